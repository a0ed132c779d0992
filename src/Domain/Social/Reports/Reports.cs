using System.Globalization;
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

        var report = new Report(Report.CurrentSchemaVersion, "", reporter.Id, video.Asset.Id, video.PlaybackId, commentId, reason, details, ReportState.Open, clock.GetUtcNow());
        return await AddAsync(report, commentId is null ? video.Asset.Id : $"{video.Asset.Id}/{commentId}", ct);
    }

    /// <summary>An owner's words on why what was taken down should be there again, beside what is reported. Done again it is the same.</summary>
    public async Task<Result<Report>> AppealAsync(Asset asset, TakedownMark takedown, string? words, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(words) || words.Length > Report.LongestDetails)
        {
            return ReportErrors.AppealInvalid();
        }

        var report = new Report(
            Report.CurrentSchemaVersion, "", asset.OwnerId, asset.Id, asset.PlaybackIds is [var id, ..] ? id.Id : "", null, ReportReason.Other, words, ReportState.Open, clock.GetUtcNow(), IsAppeal: true);
        return await AddAsync(report, string.Create(CultureInfo.InvariantCulture, $"{asset.Id}/appeal-{takedown.At.UtcTicks}"), ct);
    }

    /// <summary>Null of none.</summary>
    public async Task<Report?> FindAsync(string reportId, CancellationToken ct) =>
        OpaqueId.IsValid(reportId, Report.IdPrefix) ? (await documents.FindAsync(Kind, KeyOf(reportId), ct))?.Value : null;

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

    /// <param name="about">One a person.</param>
    private async Task<Report> AddAsync(Report report, string about, CancellationToken ct)
    {
        var subject = new MarkSubject(MarkSpaces.Reports, about);
        var named = report with { Id = OpaqueId.From(Report.IdPrefix, $"{subject}/{report.ReporterId}") };
        await documents.WriteAsync(MarkDocuments.OwnMarks.Add(new OwnMark(OwnMark.CurrentSchemaVersion, report.ReporterId, subject.Space, subject.Id, named.Id, clock.GetUtcNow())), ct);
        return await documents.WriteAsync(Kind.Add(named), ct) is not null ? named : (await documents.FindAsync(Kind, KeyOf(named.Id), ct))!.Value;
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
