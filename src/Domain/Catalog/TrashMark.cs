namespace StreamPlatform.Domain.Catalog;

/// <summary>That an asset is in the trash.</summary>
/// <param name="At">Since when.</param>
/// <param name="EraseAt">When it is erased for good, unless it was restored.</param>
public sealed record TrashMark(DateTimeOffset At, DateTimeOffset EraseAt);
