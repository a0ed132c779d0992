using StreamPlatform.Domain.Telemetry.Truth;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Telemetry;

/// <summary>Every hour: has the views judged that were counted in the one before, by a workflow an hour.</summary>
public sealed class JudgeTelemetry(TimeProvider clock)
{
    [Function(nameof(JudgeTelemetry))]
    public Task RunAsync([TimerTrigger("0 10 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken ct)
    {
        var hour = DateTimeOffset.FromUnixTimeSeconds(((clock.GetUtcNow().ToUnixTimeSeconds() / 3600) - 1) * 3600);
        return client.StartOnceAsync(JudgeProgress.Workflow, $"judge-{hour:yyyyMMddHH}", new JudgeProgress(hour), ct);
    }
}
