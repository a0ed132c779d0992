using StreamPlatform.Domain.Social.Reports;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Social;

/// <summary>What somebody reported, as moderators see it.</summary>
/// <param name="PlaybackId">By which the reporter saw the video.</param>
/// <param name="CommentId">Absent of the video itself.</param>
/// <param name="Appeal">The video was taken down, and its owner says why it should be there again.</param>
public sealed record ReportBody(
    string Id, string ReporterId, string AssetId, string PlaybackId, string? CommentId, ReportReason Reason, string? Details, ReportState State, DateTimeOffset CreatedAt, string? DecidedBy, bool Appeal)
{
    public static ReportBody From(Report report) => new(
        report.Id, report.ReporterId, report.AssetId, report.PlaybackId, report.CommentId, report.Reason, report.Details, report.State, report.CreatedAt, report.DecidedBy, report.IsAppeal);

    public static PageBody<ReportBody> PageOf(Domain.Catalog.Page<Report> page) => new([.. page.Items.Select(From)], page.Cursor);
}

/// <summary>What should not be there, and why.</summary>
/// <param name="CommentId">The comment; absent of the video itself.</param>
/// <param name="Details">At most 1000 characters.</param>
public sealed record NewReportBody(ReportReason Reason, string? CommentId, string? Details);

/// <summary>What was reported is on its way to the moderators.</summary>
public sealed record ReportedBody(string Id);

/// <summary>What becomes of a report.</summary>
public sealed record ReportDecisionBody(ReportState State);
