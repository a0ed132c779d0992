using Spectre.Console;
using StreamPlatform.Local.Cli.Api;

namespace StreamPlatform.Local.Cli.Publishing;

/// <summary>Bars on a terminal: one for the upload and the stage of each file, one for each of its renditions.</summary>
internal sealed class BarDisplay(ProgressContext context) : IPublishDisplay
{
    private readonly Dictionary<string, ProgressTask> _tasks = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Runs <paramref name="work"/> with bars on <paramref name="people"/>.</summary>
    public static Task<T> RunAsync<T>(IAnsiConsole people, Func<IPublishDisplay, Task<T>> work) => people.Progress()
        .HideCompleted(false)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
        .StartAsync(context => work(new BarDisplay(context)));

    public void Uploading(string file, double fraction) => Show(file, "", "upload", fraction);

    public void Progress(string file, ProgressView progress)
    {
        Show(file, "", progress.Playable && !progress.Over ? $"{progress.Stage ?? progress.Status} [green](playable)[/]" : progress.Stage ?? progress.Status, 1);
        foreach (var rendition in progress.Renditions)
        {
            Show(file, rendition.Name, rendition.Name, rendition.Fraction);
        }
    }

    public void Finished(string file, PublishedFile result)
    {
        Show(file, "", result.Error is null ? $"[green]{result.Status}[/]" : $"[red]{result.Status}[/]", 1);
        lock (_gate)
        {
            foreach (var task in _tasks.Where(pair => pair.Key.StartsWith(file + "\n", StringComparison.Ordinal)).Select(pair => pair.Value))
            {
                task.StopTask();
            }
        }
    }

    private void Show(string file, string part, string text, double fraction)
    {
        lock (_gate)
        {
            var key = $"{file}\n{part}";
            if (!_tasks.TryGetValue(key, out var task))
            {
                _tasks[key] = task = context.AddTask("", autoStart: true, maxValue: 1);
            }

            task.Description = part.Length == 0 ? $"{Markup.Escape(Path.GetFileName(file))} {text}" : $"  {Markup.Escape(text)}";
            task.Value = Math.Clamp(fraction, 0, 1);
        }
    }
}
