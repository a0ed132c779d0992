namespace StreamPlatform.Domain.Catalog;

/// <summary>That the media of an asset's revision is in the archive. Written before the first blob goes there, gone after the last is back.</summary>
/// <param name="RecalledAt">When somebody first wanted to watch it; null while nobody has.</param>
public sealed record ArchiveMark(DateTimeOffset At, DateTimeOffset? RecalledAt = null);
