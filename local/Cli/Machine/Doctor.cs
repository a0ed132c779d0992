using System.Globalization;
using System.Text.RegularExpressions;

namespace StreamPlatform.Local.Cli.Machine;

/// <summary>Looks at everything the platform needs on this machine.</summary>
internal sealed partial class Doctor(Checkout checkout)
{
    /// <summary>Less than this free beside the data folder and a video of some length won't fit.</summary>
    private const long LittleSpace = 5L << 30;

    public async Task<IReadOnlyList<Finding>> ExamineAsync(string dataFolder, CancellationToken ct) =>
    [
        await DotnetAsync(ct),
        await FfmpegAsync(ct),
        await NodeAsync(ct),
        NodePackages(),
        WebPages(),
        Chromium(),
        Space(dataFolder),
    ];

    private async Task<Finding> DotnetAsync(CancellationToken ct) =>
        await Tool.TryRunAsync("dotnet", ["--version"], checkout.Root, null, ct) is { Succeeded: true } ran
            ? new(".NET SDK", FindingState.Good, ran.Output.Trim())
            : new(".NET SDK", FindingState.Missing, "not the version that global.json asks for", "Install the .NET 10 SDK from https://dot.net/download.");

    private static async Task<Finding> FfmpegAsync(CancellationToken ct)
    {
        const string name = "ffmpeg";
        if (await Tool.TryRunAsync("ffmpeg", ["-hide_banner", "-version"], ct) is not { Succeeded: true } version || Tool.Find("ffprobe") is null)
        {
            return new(name, FindingState.Missing, "not installed", $"Run {Packages.InstallCommand([Packages.Ffmpeg])}.");
        }

        var encoders = (await Tool.TryRunAsync("ffmpeg", ["-hide_banner", "-encoders"], ct))?.Output ?? "";
        var lacking = new[] { "libx264", "aac" }.Where(encoder => !encoders.Contains($" {encoder} ", StringComparison.Ordinal)).ToList();
        return lacking.Count == 0
            ? new(name, FindingState.Good, Version().Match(version.Output).Value)
            : new(name, FindingState.Missing, $"without {string.Join(" and ", lacking)}", "Install an ffmpeg that was built with libx264 and aac.");
    }

    private static async Task<Finding> NodeAsync(CancellationToken ct)
    {
        const string name = "Node.js";
        return await NodeVersion.FindAsync(ct) is not { } node || Tool.Find("npm") is null
            ? new(name, FindingState.Missing, "not installed", $"Run {Packages.InstallCommand([Packages.Node])}.")
            : node.IsNewEnough
                ? new(name, FindingState.Good, node.Text)
                : new(name, FindingState.Missing, $"{node.Text} is too old", $"Install Node.js {NodeVersion.LeastMajor} or newer from https://nodejs.org/download.");
    }

    private Finding NodePackages()
    {
        var stale = NodeModules.Stale(checkout.Root);
        return stale.Count == 0
            ? new("Azurite", FindingState.Good, "the pinned version is installed")
            : new("Azurite", FindingState.Missing, $"{string.Join(", ", stale)}: not installed", "Run npm ci in the checkout; stream publish does it by itself.");
    }

    private Finding WebPages() => File.Exists(Path.Combine(checkout.WebPages, "index.html"))
        ? new("web pages", FindingState.Good, "built")
        : new("web pages", FindingState.Warning, "not built", "Run npm ci and npm run build in web/; stream publish does it by itself.");

    private static Finding Chromium() => Browser.Installed
        ? new("Chromium", FindingState.Good, "installed (for tests)")
        : new("Chromium", FindingState.Warning, "not installed; only the tests need it", $"Run {Packages.InstallCommand([Packages.Chromium])}.");

    private static Finding Space(string dataFolder)
    {
        var existing = dataFolder;
        while (!Directory.Exists(existing))
        {
            existing = Path.GetDirectoryName(existing)!;
        }

        var free = new DriveInfo(existing).AvailableFreeSpace;
        var detail = $"{(free / 1e9).ToString("0.0", CultureInfo.InvariantCulture)} GB free for {dataFolder}";
        return free >= LittleSpace
            ? new("disk", FindingState.Good, detail)
            : new("disk", FindingState.Warning, detail, "Free some space, or choose another folder with --data.");
    }

    [GeneratedRegex(@"(?<=ffmpeg version )\S+")]
    private static partial Regex Version();
}
