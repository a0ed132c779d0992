using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace StreamPlatform.Local.Durable;

/// <summary>Runs activities, a limited number at a time, and hands their results to their instances.</summary>
internal sealed class ActivityDispatcher(
    DurableEngineOptions options, TaskRegistry registry, ILogger logger, Action<string, Message> deliver)
{
    private readonly Channel<ActivityWork> _queue = Channel.CreateUnbounded<ActivityWork>();

    public void Enqueue(ActivityWork work) => _queue.Writer.TryWrite(work);

    /// <summary>Works until <paramref name="stopping"/> is signalled and the activities under way have ended.</summary>
    public Task RunAsync(CancellationToken stopping) => Task.WhenAll(
        Enumerable.Range(0, options.MaxConcurrentActivities).Select(_ => Task.Run(() => LoopAsync(stopping), CancellationToken.None)));

    private async Task LoopAsync(CancellationToken stopping)
    {
        try
        {
            while (await _queue.Reader.WaitToReadAsync(stopping))
            {
                while (!stopping.IsCancellationRequested && _queue.Reader.TryRead(out var work))
                {
                    if (await RunOneAsync(work, stopping) is { } answer)
                        deliver(work.Instance, answer);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    /// <summary>The activity's answer; null if it did not end because the engine stops: it runs again at the next start.</summary>
    private async Task<Message?> RunOneAsync(ActivityWork work, CancellationToken stopping)
    {
        using var span = WorkflowSpans.OfActivity(work);
        try
        {
            if (work.Crashes >= options.MaxCrashes)
                return Failed(work, Poison(work));
            if (!registry.TryGetActivity(work.Name, out var handler))
                return Failed(work, new InvalidOperationException(TaskRegistry.Unknown("activity", work.Name)));

            var result = await handler(new ActivityInvocation(work.Instance, work.TaskId, work.Name, work.Input), stopping);
            var json = DurableJson.Write(result, $"The result of activity '{work.Name}'");
            return new Message(HistoryKind.TaskCompleted, work.Execution, work.TaskId, work.Name, json);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception error)
        {
            span?.SetTag("error.type", error.GetType().FullName).SetStatus(ActivityStatusCode.Error);
            return Failed(work, error);
        }
    }

    private static PoisonedWorkException Poison(ActivityWork work) => new(
        $"Activity '{work.Name}' was pending in each of the last {work.Crashes} crashes of the process and is given up.");

    private Message Failed(ActivityWork work, Exception error)
    {
        logger.ActivityFailed(error, work.Name, work.Instance);
        return new Message(
            HistoryKind.TaskFailed, work.Execution, work.TaskId, work.Name, Failures.Write(Failures.From(error)));
    }
}
