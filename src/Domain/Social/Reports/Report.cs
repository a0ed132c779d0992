namespace StreamPlatform.Domain.Social.Reports;

/// <summary>What somebody thinks should not be there: one a person and subject.</summary>
/// <param name="PlaybackId">By which the reporter saw the video.</param>
/// <param name="CommentId">Null of the video itself.</param>
/// <param name="DecidedBy">Null while nobody did.</param>
/// <param name="IsAppeal">Its owner thinks that it should be there again.</param>
public sealed record Report(
    int SchemaVersion, string Id, string ReporterId, string AssetId, string PlaybackId, string? CommentId, ReportReason Reason, string? Details, ReportState State, DateTimeOffset CreatedAt, string? DecidedBy = null, bool IsAppeal = false)
{
    public const int CurrentSchemaVersion = 1;
    public const string IdPrefix = "report";

    /// <summary>In UTF-16 units.</summary>
    public const int LongestDetails = 1000;
}
