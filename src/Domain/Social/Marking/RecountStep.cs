namespace StreamPlatform.Domain.Social.Marking;

/// <summary>Where a recount of everything stands.</summary>
/// <param name="Shard">Of <see cref="TalliedSubject"/>.</param>
/// <param name="Cursor">Of the shard's listing; null at its beginning.</param>
public sealed record RecountStep(int Shard, string? Cursor);
