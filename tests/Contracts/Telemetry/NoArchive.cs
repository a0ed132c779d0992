using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Tests.Contracts.Telemetry;

/// <summary>Keeps nothing but what nobody could read.</summary>
internal sealed class NoArchive : ITelemetryArchive
{
    public List<(int HubPartition, long Sequence, string Reason)> Rejected { get; } = [];

    public Task KeepAsync(int hubPartition, IReadOnlyList<HubMessage> messages, CancellationToken ct) => Task.CompletedTask;

    public Task RejectAsync(int hubPartition, HubMessage message, string reason, CancellationToken ct)
    {
        Rejected.Add((hubPartition, message.Sequence, reason));
        return Task.CompletedTask;
    }
}
