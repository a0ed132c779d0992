using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Bench.Telemetry.Day;

/// <summary>Keeps nothing: a simulated day can be made again.</summary>
internal sealed class ForgetfulArchive : ITelemetryArchive
{
    public Task KeepAsync(int hubPartition, IReadOnlyList<HubMessage> messages, CancellationToken ct) => Task.CompletedTask;

    public Task RejectAsync(int hubPartition, HubMessage message, string reason, CancellationToken ct) =>
        throw new InvalidOperationException($"Message {message.Sequence} can't be read: {reason}");
}
