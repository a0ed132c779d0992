using StreamPlatform.Domain.Telemetry.Recounts;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Telemetry.Truth;

/// <summary>Every night: has the newest day that is settled counted again from the archive, and one that was missed.</summary>
public sealed class RecountNightly(RecountReports reports)
{
    [Function(nameof(RecountNightly))]
    public async Task RunAsync([TimerTrigger("0 30 3 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken ct)
    {
        foreach (var day in await reports.DueAsync(ct))
            await client.StartOnceAsync(DayRecount.Workflow, day.Id, DayRecount.Begin(day), ct);
    }
}
