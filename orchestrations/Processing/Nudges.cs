namespace StreamPlatform.Orchestrations.Processing;

/// <summary>Waits for a reason to look again: events may come twice, early or never, so what they say is not believed, and a timer rings too.</summary>
internal static class Nudges
{
    public static async Task WaitAsync(TaskOrchestrationContext context, TimeSpan pause, params string[] events)
    {
        using var over = new CancellationTokenSource();
        await Task.WhenAny([context.CreateTimer(pause, over.Token), .. events.Select(name => context.WaitForExternalEvent<object?>(name, over.Token))]);

        // At once and on this thread: an asynchronous cancellation would leave the orchestrator's.
#pragma warning disable CA1849
        over.Cancel();
#pragma warning restore CA1849
    }
}
