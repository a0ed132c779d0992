namespace StreamPlatform.Domain.Telemetry.Archive;

/// <summary>A batch in the archive, as its name says.</summary>
/// <param name="First">The sequence number of its first message.</param>
/// <param name="Bytes">Compressed.</param>
public sealed record ArchivedBlob(string Name, int HubPartition, long First, long Last, long Bytes);
