using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace StreamPlatform.Live.Tests.Browser;

/// <summary>What a viewer's browser saw of a live stream; see live.mjs.</summary>
/// <param name="Latencies">Of each picture that was shown, from drawing to showing.</param>
/// <param name="Levels">Heights that were shown.</param>
/// <param name="Parts">That were fetched instead of segments.</param>
/// <param name="Errors">Fatal ones.</param>
/// <param name="Playing">Seconds until it played.</param>
internal sealed record Watched(
    IReadOnlyList<string> Errors, int Stalls, int Parts, double Playing, IReadOnlyList<int> Levels, IReadOnlyList<ShownPicture> Latencies)
{
    private static readonly string Folder = Here();

    public static async Task<Watched> WatchAsync(object options)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["live.mjs", JsonSerializer.Serialize(options, JsonSerializerOptions.Web)])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, $"{await output}{await errors}");
        return JsonSerializer.Deserialize<Watched>(await output, JsonSerializerOptions.Web)!;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

/// <param name="At">Seconds since the player was started.</param>
/// <param name="Latency">Seconds since it was drawn.</param>
internal sealed record ShownPicture(double At, double Latency);
