using StreamPlatform.Domain.Telemetry.Recounts;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Telemetry.Truth;

/// <summary>Every night: has the newest day that is settled counted again from the archive.</summary>
public sealed class RecountNightly(TimeProvider clock)
{
    [Function(nameof(RecountNightly))]
    public Task RunAsync([TimerTrigger("0 30 3 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var day = RecountDay.Of(RecountDay.NewestAt(now), now).Value;
        return client.StartOnceAsync(DayRecount.Workflow, day.Id, DayRecount.Begin(day), ct);
    }
}
