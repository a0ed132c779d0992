using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Functions.Social;

/// <summary>Why an asset is taken down.</summary>
/// <param name="Note">What its owner is told besides the reason, at most 1000 characters.</param>
/// <param name="ReportId">The report about the asset that is upheld by it.</param>
public sealed record NewTakedownBody(TakedownReason? Reason, string? Note, string? ReportId);

/// <summary>Whether an asset is down, as moderators see it.</summary>
/// <param name="TakenDown">It is, now.</param>
/// <param name="At">When it was taken down last; absent when it never was, as is all that follows.</param>
/// <param name="LiftedAt">When that was taken back.</param>
public sealed record TakedownBody(
    string AssetId, bool TakenDown, DateTimeOffset? At, TakedownReason? Reason, string? Note, string? By, DateTimeOffset? AppealedAt, DateTimeOffset? LiftedAt)
{
    public static TakedownBody From(Asset asset) => new(
        asset.Id, asset.IsTakenDown, asset.Takedown?.At, asset.Takedown?.Reason, asset.Takedown?.Note, asset.Takedown?.By, asset.Takedown?.AppealedAt, asset.Takedown?.LiftedAt);
}

/// <summary>Why an asset should be there again, in its owner's words: 1 to 1000 characters.</summary>
public sealed record AppealBody(string? Text);
