using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace StreamPlatform.Tests.Players;

/// <summary>What one player came to; see scenario.js.</summary>
/// <param name="Levels">Of hls.js: each level's height and groups of sound.</param>
/// <param name="Switched">Heights that were asked for and then seen.</param>
/// <param name="Sounds">Language the player says it plays, and the tone that is heard, Hz.</param>
/// <param name="Seeks">Points that were sought, seen and played on from, seconds.</param>
/// <param name="Stills">Numbers of the key frames that were shown alone.</param>
/// <param name="Speed">Of trick play, media seconds a second.</param>
/// <param name="KeysBefore">Folders of key frames that were fetched before trick play; <paramref name="Keys"/> by its end.</param>
/// <param name="Ranges">Of the buffer, at the end of playing without a jump.</param>
/// <param name="Folders">That segments were fetched from.</param>
/// <param name="Attempt">1, or more where the player stood still.</param>
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
    int KeysBefore,
    int Keys,
    int Ranges,
    double Time,
    double Duration,
    bool Ended,
    string? MediaError,
    IReadOnlyList<string> Errors,
    IReadOnlyList<string> Failed,
    IReadOnlyList<string> Folders,
    double Seconds,
    int Attempt)
{
    private static readonly string Folder = Here();

    /// <summary>Why no player can be run here; null when all can.</summary>
    public static string? Missing { get; } =
        new[] { "../..", "../../web", ".." }.Any(folder => !Directory.Exists(Path.Combine(Folder, folder, "node_modules"))) ? "Run npm ci here, in web and in tests first."
        : !File.Exists(Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium") ? "Chromium is not installed."
        : null;

    /// <summary>Of the points that are sought: <c>PLAYER_SEED</c>, or any.</summary>
    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("PLAYER_SEED"), out var given) ? given : Random.Shared.Next(100_000);

    /// <summary>Plays what the options say in every player.</summary>
    public static async Task<IReadOnlyList<Player>> PlayAsync(object options)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["play.mjs", JsonSerializer.Serialize(options, JsonSerializerOptions.Web)])
        {
            WorkingDirectory = Folder,
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
