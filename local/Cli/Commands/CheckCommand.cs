using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using StreamPlatform.Local.Cli.Api;
using StreamPlatform.Local.Cli.Composition;
using StreamPlatform.Media.Checking;

namespace StreamPlatform.Local.Cli.Commands;

/// <summary><c>stream check</c>: reads a presentation as a player would and names every defect.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("asset|url") { Description = "The id of an asset of the running platform, or the URL of an HLS playlist or a DASH manifest." };
        var data = CommonOptions.Data();
        var command = new Command("check", "Read a published video as a player would, every segment of it, and name each defect. Exit code 3 when there is one.") { target, data };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(target)!, CommonOptions.DataFolder(parsed, data), Terminal.Standard, ct));
        return command;
    }

    private static async Task<int> RunAsync(string target, string dataFolder, Terminal terminal, CancellationToken ct)
    {
        using var http = new HttpClient();
        var manifests = Uri.TryCreate(target, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? [url]
            : await ManifestsOfAsync(target, dataFolder, ct);
        var passed = true;
        foreach (var manifest in manifests)
        {
            var report = await PresentationChecker.CheckAsync(manifest, new HttpMediaFetcher(http), null, ct);
            Show(terminal.People, manifest, report);
            passed &= report.Passed;
        }

        return passed ? ExitCodes.Success : ExitCodes.Rejected;
    }

    private static async Task<IReadOnlyList<Uri>> ManifestsOfAsync(string assetId, string dataFolder, CancellationToken ct)
    {
        using var api = RunningPlatform.Api(dataFolder, ", or give the URL of a manifest");
        var asset = await api.GetAssetAsync(assetId, ct);
        return new[] { asset.HlsUrl, asset.DashUrl }.OfType<string>().Select(text => new Uri(text)).ToList() is { Count: > 0 } urls
            ? urls
            : throw new CommandFailure("check.nothing", $"There is nothing to check: {assetId} is {asset.Status}.");
    }

    internal static void Show(IAnsiConsole people, Uri manifest, CheckReport report)
    {
        people.Profile.Out.Writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{manifest.GetLeftPart(UriPartial.Path)}: {report.Tracks} tracks, {report.Segments} segments, {report.DurationSeconds:0.0} s, {(report.Passed ? "no defects" : $"{report.Defects.Count} defects")}"));
        foreach (var defect in report.Defects)
        {
            people.MarkupLineInterpolated($"  [red]{defect.Code}[/] {defect.Where}: {defect.Message}");
        }
    }
}
