using System.Globalization;
using Spectre.Console;

namespace StreamPlatform.Local.Cli.Publishing;

/// <summary>Tells a person how a file ended and where to watch it.</summary>
internal static class Outcome
{
    public static void Show(IAnsiConsole people, string file, PublishedFile result)
    {
        people.WriteLine();
        var name = Path.GetFileName(file);
        if (result.Error is { } error)
        {
            people.MarkupLineInterpolated($"[red]{name}: {error.Message}[/] [grey]({error.Code})[/]");
            return;
        }

        people.MarkupLineInterpolated($"[bold]{name}[/] is [green]ready[/]");
        Line("watch", result.WatchUrl);
        Line("HLS", result.HlsUrl);
        Line("DASH", result.DashUrl);
        Line("seconds", string.Join(", ", new[] { Seconds("upload", result.Seconds.Upload), Seconds("first playable", result.Seconds.FirstPlayable), Seconds("ready", result.Seconds.Ready) }.OfType<string>()));

        // Not through the console's layout: a URL must not be broken over lines.
        void Line(string label, string? value) => people.Profile.Out.Writer.WriteLine($"  {label,-8} {value ?? "–"}");
    }

    private static string? Seconds(string what, double? value) =>
        value is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"{what} {seconds:0.0}") : null;
}
