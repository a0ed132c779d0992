using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Social.Takedowns;

/// <summary>Why an asset is taken down.</summary>
/// <param name="Note">What its owner is told besides the reason.</param>
/// <param name="ReportId">The report that is upheld by it; null of none.</param>
public sealed record NewTakedown(TakedownReason? Reason, string? Note, string? ReportId);
