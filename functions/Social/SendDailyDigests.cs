using System.Globalization;
using StreamPlatform.Domain.Social.Digests;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Social;

/// <summary>Every morning (UTC): has the letters sent of what is new, by a workflow a day.</summary>
public sealed class SendDailyDigests(TimeProvider clock)
{
    [Function(nameof(SendDailyDigests))]
    public Task RunAsync([TimerTrigger("0 10 6 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken ct)
    {
        var progress = new DigestProgress(clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return client.StartOnceAsync(DigestProgress.Workflow, progress.InstanceId, progress, ct);
    }
}
