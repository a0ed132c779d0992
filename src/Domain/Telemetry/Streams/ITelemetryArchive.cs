namespace StreamPlatform.Domain.Telemetry.Streams;

/// <summary>Keeps what came through the hub, so that it can be counted again.</summary>
public interface ITelemetryArchive
{
    /// <summary>Keeps a batch, in the order of its partition; one that comes again, or in other pieces, does no harm.</summary>
    Task KeepAsync(int hubPartition, IReadOnlyList<HubMessage> messages, CancellationToken ct);

    /// <summary>Puts a message that nobody can read where people look for it.</summary>
    Task RejectAsync(int hubPartition, HubMessage message, string reason, CancellationToken ct);
}
