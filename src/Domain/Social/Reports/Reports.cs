using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Domain.Social.Marking;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Reports;

/// <summary>What people report, for moderators to decide.</summary>
public sealed class Reports(IDocuments documents, TimeProvider clock)
{
    private const int Attempts = 8;

    /// <summary>All of them: read page by page, and written seldom.</summary>
    private const string Partition = "reports";

    public static DocumentKind<Report> Kind { get; } = new("report", DocumentContainer.Social, report => KeyOf(report.Id)) { PlaceOf = report => ListPlace.At(report.CreatedAt, ListOf(report.State)) };

    /// <summary>Reports a video or a comment on it. Done again it is the same report.</summary>
    public async Task<Result<Report>> ReportAsync(SeenVideo video, Person reporter, string? commentId, ReportReason reason, string? details, CancellationToken ct)
    {
        if (details?.Length > Report.LongestDetails)
        {
            return ReportErrors.Invalid();
        }

        if (commentId is not null && !(OpaqueId.IsValid(commentId, Comment.IdPrefix) && await documents.FindAsync(CommentDocuments.Comments, new DocumentKey(video.Asset.Id, commentId), ct) is { Value.State: CommentState.Visible }))
        {
            return CommentErrors.NotFound();
        }

        var subject = new MarkSubject(MarkSpaces.Reports, commentId is null ? video.Asset.Id : $"{video.Asset.Id}/{commentId}");
        var id = OpaqueId.From(Report.IdPrefix, $"{subject}/{reporter.Id}");
        await documents.WriteAsync(MarkDocuments.OwnMarks.Add(new OwnMark(OwnMark.CurrentSchemaVersion, reporter.Id, subject.Space, subject.Id, id, clock.GetUtcNow())), ct);
        var report = new Report(Report.CurrentSchemaVersion, id, reporter.Id, video.Asset.Id, video.PlaybackId, commentId, reason, details, ReportState.Open, clock.GetUtcNow());
        return await documents.WriteAsync(Kind.Add(report), ct) is not null ? report : (await documents.FindAsync(Kind, KeyOf(id), ct))!.Value;
    }

    /// <summary>The oldest first.</summary>
    public Task<Page<Report>> ListAsync(ReportState state, PageRequest page, CancellationToken ct) =>
        documents.ListAsync(Kind, Partition, ListOf(state), page, ListOrder.Ascending, ct);

    public async Task<Result<Report>> DecideAsync(Person moderator, string reportId, ReportState state, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (!OpaqueId.IsValid(reportId, Report.IdPrefix) || await documents.FindAsync(Kind, KeyOf(reportId), ct) is not { } stored)
            {
                return ReportErrors.NotFound();
            }

            var decided = stored.Value with { State = state, DecidedBy = state == ReportState.Open ? null : moderator.Id };
            if (await documents.WriteAsync(Kind.Replace(decided, stored.ETag), ct) is not null)
            {
                return decided;
            }
        }

        return SocialErrors.Busy();
    }

    /// <summary>The report stays, and nobody made it.</summary>
    /// <param name="reportId">Null of none.</param>
    internal async Task ForgetReporterAsync(string? reportId, CancellationToken ct)
    {
        while (reportId is not null && await documents.FindAsync(Kind, KeyOf(reportId), ct) is { } stored && stored.Value.ReporterId != Comment.Nobody)
        {
            await documents.WriteAsync(Kind.Replace(stored.Value with { ReporterId = Comment.Nobody }, stored.ETag), ct);
        }
    }

    private static DocumentKey KeyOf(string id) => new(Partition, id);

    private static string ListOf(ReportState state) => state.ToString().ToLowerInvariant();
}
