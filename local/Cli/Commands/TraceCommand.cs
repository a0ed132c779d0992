using System.CommandLine;
using Spectre.Console;
using StreamPlatform.Local.Cli.Tracing;
using StreamPlatform.Local.Host;

namespace StreamPlatform.Local.Cli.Commands;

/// <summary><c>stream trace</c>: what led to what on the way of a video, and how long each took.</summary>
internal static class TraceCommand
{
    public static Command Create()
    {
        var asset = new Argument<string>("asset") { Description = "The asset's id." };
        var trace = new Option<string?>("--trace") { Description = "The id of one of its other traces, such as of a second run. Default: the one that began first.", HelpName = "ID" };
        var svg = new Option<string?>("--svg") { Description = "Draw it into this file, too.", HelpName = "FILE" };
        var data = CommonOptions.Data();
        var command = new Command("trace", "Show the trace of a video as a waterfall: from its upload to its place in the search index. The platform needn't run.") { asset, trace, svg, data };
        command.SetAction((parsed, ct) => RunAsync(
            CommonOptions.DataFolder(parsed, data), parsed.GetValue(asset)!, parsed.GetValue(trace), parsed.GetValue(svg), Terminal.ForPrograms, ct));
        return command;
    }

    internal static async Task<int> RunAsync(string dataFolder, string assetId, string? wanted, string? svg, Terminal terminal, CancellationToken ct)
    {
        if (!Directory.Exists(dataFolder) || !TraceStore.IsIn(new DataFolder(dataFolder).Traces))
        {
            terminal.People.WriteLine($"{dataFolder} has no traces: nothing has run there, or Tracing:KeepSpans is 0.");
            return ExitCodes.Rejected;
        }

        await using var store = await TraceStore.OpenAsync(new DataFolder(dataFolder).Traces, int.MaxValue, ct);
        var found = await store.FindAsync(assetId, ct);
        if ((wanted ?? found.FirstOrDefault()) is not { } traceId || Waterfall.Of(traceId, await store.ReadAsync(traceId, ct)) is not { } waterfall)
        {
            terminal.People.WriteLine($"No trace of {assetId} is kept (any more).");
            return ExitCodes.Rejected;
        }

        foreach (var line in WaterfallText.Lines(waterfall))
        {
            await terminal.Results.WriteLineAsync(line);
        }

        foreach (var other in found.Where(id => id != traceId))
        {
            terminal.People.WriteLine($"Another trace of it: --trace {other}");
        }

        if (svg is not null)
        {
            await File.WriteAllTextAsync(svg, WaterfallSvg.Draw(waterfall, $"The way of {assetId}"), ct);
        }

        return ExitCodes.Success;
    }
}
