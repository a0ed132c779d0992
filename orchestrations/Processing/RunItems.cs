using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Runs;
using StreamPlatform.Orchestrations.Processing.Activities;

namespace StreamPlatform.Orchestrations.Processing;

/// <summary>
/// The fan-in: queues what is not queued yet and waits until every item has ended or the ladder can't become usable. What
/// failed with several renditions is queued again for each of them. Events may come twice, late or never; a slow sweep finds what was lost, slower while nothing happens so that the history of
/// a long run stays short.
/// </summary>
internal sealed class RunItems(TaskOrchestrationContext context, RunRef run, PreparedRun prepared)
{
    /// <summary>The sweep's interval grows up to this many times its shortest.</summary>
    private const double SlowestSweep = 4;

    internal static readonly AssetFailure TimedOut = new(
        "processing.timed_out",
        "Processing took longer than it may and was given up. Process it again, or upload a shorter file.");

    private readonly Dictionary<string, OpenItem> _open = [];
    private readonly DateTime _deadline = context.CurrentUtcDateTime.AddHours(prepared.Options.DeadlineHours);
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(prepared.Options.SweepSeconds);
    private readonly Losses _losses = new(prepared.Required);
    private readonly List<RunItem> _instead = [];
    private bool _settled = !prepared.Items.Any(item => item.AfterMeasure);
    private AssetFailure? _failure;
    private int _items = prepared.Items.Count;
    private int _requeued;

    public async Task<RunEnd> WaitAsync()
    {
        foreach (var item in prepared.Items.Where(item => !item.AfterMeasure))
        {
            _open[item.Id] = new OpenItem(item, Now, 0);
        }

        // Listening starts before the rest is queued: the head start may end meanwhile.
        using var listening = new CancellationTokenSource();
        var finished = context.WaitForExternalEvent<ItemEnd>(Workflows.ItemFinished, listening.Token);
        var stop = context.WaitForExternalEvent<object?>(Workflows.Stop, listening.Token);
        try
        {
            if (await DispatchAsync([.. prepared.Items.Where(item => item.Priority != WorkPriority.High && !item.AfterMeasure)]) != RunVerdict.Done)
            {
                return new RunEnd(RunVerdict.Stopped);
            }

            return await WaitAsync(finished, stop, listening.Token);
        }
        finally
        {
            Cancel(listening);
        }
    }

    private DateTimeOffset Now => new(context.CurrentUtcDateTime, TimeSpan.Zero);

    private async Task<RunEnd> WaitAsync(Task<ItemEnd> finished, Task<object?> stop, CancellationToken listening)
    {
        var pause = _interval;
        while (_open.Count > 0 && _failure is null)
        {
            Report();
            using var sleeping = new CancellationTokenSource();
            var timer = context.CreateTimer(pause, sleeping.Token);
            while (_open.Count > 0 && _failure is null && await Task.WhenAny(finished, stop, timer) == finished)
            {
                End(await finished);
                if (await SettleAsync() == RunVerdict.Stopped)
                {
                    return new RunEnd(RunVerdict.Stopped);
                }

                Report();
                pause = _interval;
                finished = context.WaitForExternalEvent<ItemEnd>(Workflows.ItemFinished, listening);
                if (await DispatchInsteadAsync() != RunVerdict.Done)
                {
                    Cancel(sleeping);
                    return new RunEnd(RunVerdict.Stopped);
                }
            }

            if (!timer.IsCompleted)
            {
                Cancel(sleeping);
            }

            if (_open.Count == 0 || _failure is not null)
            {
                break;
            }

            if (stop.IsCompleted)
            {
                stop = context.WaitForExternalEvent<object?>(Workflows.Stop, listening);
            }

            if (await SweepAsync() == RunVerdict.Stopped || await DispatchInsteadAsync() == RunVerdict.Stopped || await SettleAsync() == RunVerdict.Stopped)
            {
                return new RunEnd(RunVerdict.Stopped);
            }

            if (_open.Count > 0 && context.CurrentUtcDateTime >= _deadline)
            {
                _failure ??= TimedOut;
            }

            pause = TimeSpan.FromTicks(Math.Min(2 * pause.Ticks, (long)(SlowestSweep * _interval.Ticks)));
        }

        return new RunEnd(_failure is null ? RunVerdict.Done : RunVerdict.Refused, _failure);
    }

    private async Task<RunVerdict> DispatchAsync(IReadOnlyList<RunItem> items) => items.Count == 0
        ? RunVerdict.Done
        : await context.CallActivityAsync<RunVerdict>(
            DispatchItemsActivity.Name, new DispatchItemsInput(run, prepared.RunId!, items), Retries.Brisk);

    /// <summary>Queues the parts of what has failed.</summary>
    private Task<RunVerdict> DispatchInsteadAsync()
    {
        RunItem[] items = _failure is null ? [.. _instead] : [];
        _instead.Clear();
        return DispatchAsync(items);
    }

    /// <summary>Once the measurement has ended, one way or the other, the items that waited for it are queued.</summary>
    private async Task<RunVerdict> SettleAsync()
    {
        if (_settled || _open.Values.Any(open => open.Item.Kind == WorkItemKind.Measure))
        {
            return RunVerdict.Done;
        }

        _settled = true;
        var waiting = prepared.Items.Where(item => item.AfterMeasure).ToList();
        var ladder = await context.CallActivityAsync<SettledLadder>(
            SettleLadderActivity.Name, new SettleLadderInput(run, prepared.RunId!, waiting), Retries.Brisk);
        _losses.Need(ladder.Required);
        _items += ladder.Queued.Count - waiting.Count;
        foreach (var item in ladder.Queued)
        {
            _open[item.Id] = new OpenItem(item, Now, 0);
        }

        return ladder.Verdict;
    }

    private async Task<RunVerdict> SweepAsync()
    {
        var sweep = await context.CallActivityAsync<RunSweep>(
            SweepRunActivity.Name, new SweepRunInput(run, prepared.RunId!, [.. _open.Values]), Retries.Patient);
        foreach (var end in sweep.Ended)
        {
            End(end);
        }

        foreach (var id in sweep.Requeued)
        {
            _open[id] = new OpenItem(_open[id].Item, Now, _open[id].TimesRequeued + 1);
            _requeued++;
        }

        return sweep.Verdict;
    }

    /// <summary>An item that has ended before, or that another plan had, is nothing to us.</summary>
    private void End(ItemEnd end)
    {
        if (end.ItemId is null || !_open.Remove(end.ItemId, out var item) || end.Failure is not { } failure)
        {
            return;
        }

        foreach (var part in _losses.Take(item.Item, failure))
        {
            _open[part.Id] = new OpenItem(part, Now, 0);
            _instead.Add(part);
            _items++;
        }

        _failure ??= _losses.Fatal;
        foreach (var unwanted in _open.Values.Where(open => !_losses.IsWanted(open.Item)).ToList())
        {
            _open.Remove(unwanted.Item.Id);
            _instead.Remove(unwanted.Item);
        }
    }

    private void Report() => context.SetCustomStatus(
        RunStatus.At(RunStage.Transcoding, _items - Left, _items, _requeued));

    /// <summary>Items that have not ended, those included that are not queued yet.</summary>
    private int Left => _open.Count + (_settled ? 0 : prepared.Items.Count(item => item.AfterMeasure));

    /// <summary>At once and on this thread: an asynchronous cancellation would leave the orchestrator's.</summary>
    private static void Cancel(CancellationTokenSource source)
    {
#pragma warning disable CA1849
        source.Cancel();
#pragma warning restore CA1849
    }
}
