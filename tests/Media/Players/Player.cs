using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace StreamPlatform.Media.Tests.Players;

/// <summary>What one player came to; see scenario.js.</summary>
/// <param name="Levels">Of hls.js: each level's height and groups of sound.</param>
/// <param name="Switched">Heights that were asked for and then seen.</param>
/// <param name="Sounds">Language the player says it plays, and the tone that is heard, Hz.</param>
/// <param name="Seeks">Points that were sought, seen and played on from, seconds.</param>
/// <param name="Stills">Numbers of the key frames that were shown alone.</param>
/// <param name="Speed">Of trick play, media seconds a second.</param>
/// <param name="Keys">Folders of key frames that were fetched by the end of trick play.</param>
/// <param name="Ranges">Of the buffer, at the end of playing without a jump.</param>
/// <param name="Folders">That segments were fetched from.</param>
internal sealed record Player(
    string Name,
    IReadOnlyList<int> Heights,
    IReadOnlyList<string>? Levels,
    IReadOnlyList<int> Switched,
    IReadOnlyList<string> Sounds,
    IReadOnlyList<string> Texts,
    IReadOnlyList<double> Seeks,
    IReadOnlyList<int> Stills,
    double Speed,
    int Keys,
    int Ranges,
    double Time,
    double Duration,
    bool Ended,
    string? MediaError,
    IReadOnlyList<string> Errors,
    IReadOnlyList<string> Failed,
    IReadOnlyList<string> Folders,
    double Seconds)
{
    /// <summary>Plays what the options say in every player.</summary>
    public static async Task<IReadOnlyList<Player>> PlayAsync(object options)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["play.mjs", JsonSerializer.Serialize(options, JsonSerializerOptions.Web)])
        {
            WorkingDirectory = Here(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, $"{JsonSerializer.Serialize(options)}: {await output}{await errors}");
        return [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Player>(line, JsonSerializerOptions.Web)!)];
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
