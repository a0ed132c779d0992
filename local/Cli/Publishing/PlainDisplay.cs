using System.Collections.Concurrent;
using System.Globalization;
using Spectre.Console;
using StreamPlatform.Local.Cli.Api;

namespace StreamPlatform.Local.Cli.Publishing;

/// <summary>A line when something changes: for logs, pipes and <c>--json</c>.</summary>
internal sealed class PlainDisplay(IAnsiConsole people) : IPublishDisplay
{
    private readonly ConcurrentDictionary<string, string> _last = new(StringComparer.Ordinal);

    public void Uploading(string file, double fraction)
    {
        if (fraction is 0 or >= 1)
        {
            Say(file, fraction >= 1 ? "uploaded" : "uploading");
        }
    }

    public void Progress(string file, ProgressView progress)
    {
        if (progress.Over)
        {
            return; // told with its reason when finished
        }

        var done = progress.Renditions.Count == 0 ? 0 : progress.Renditions.Average(rendition => rendition.Fraction);
        var quarter = progress.Status == "processing" ? Math.Floor(done * 4) * 25 : 0;

        // The stage an upload is left in until its workflow has begun.
        var stage = progress.Stage is null or "upload" ? "uploaded" : progress.Stage;
        Say(file, $"{stage}{(quarter > 0 ? $" {quarter.ToString("0", CultureInfo.InvariantCulture)} %" : "")}{(progress.Playable ? ", playable" : "")}");
    }

    public void Finished(string file, PublishedFile result) =>
        Say(file, result.Error is { } error ? $"{result.Status}: {error.Message} ({error.Code})" : result.Status);

    private void Say(string file, string text)
    {
        if (_last.GetValueOrDefault(file) != text)
        {
            _last[file] = text;
            people.WriteLine($"{Path.GetFileName(file)}: {text}");
        }
    }
}
