using System.Globalization;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Operations.Audit;
using StreamPlatform.Domain.Social.Reports;

namespace StreamPlatform.Domain.Social.Takedowns;

/// <summary>
/// Moderators take an asset down and put it back, whatever its owner says of it. The mark is written first, and acts by that alone; then it is
/// told, written down and decided on, each once however often it is tried, so that whoever got no answer asks again.
/// </summary>
public sealed class Takedowns(Assets assets, IEventPublisher events, AuditTrail audit, TakedownNews news, Reports.Reports reports, TimeProvider clock)
{
    /// <summary>May be repeated; with another reason or note it says that then.</summary>
    /// <returns>The asset; <c>takedown.invalid</c>, <c>takedown.asset_not_found</c> or <c>report.not_found</c>.</returns>
    public async Task<Result<Asset>> TakeDownAsync(Person moderator, string assetId, NewTakedown wanted, CancellationToken ct)
    {
        if (wanted.Reason is not { } reason || wanted.Note?.Length > TakedownMark.LongestNote)
        {
            return TakedownErrors.Invalid();
        }

        var mark = new TakedownMark(clock.GetUtcNow(), reason, string.IsNullOrWhiteSpace(wanted.Note) ? null : wanted.Note, moderator.Id);
        var written = await WriteAsync(assetId, wanted.ReportId, asset => With(asset, mark), ct);
        if (!written.Succeeded)
        {
            return written;
        }

        var asset = written.Value;
        await events.PublishAsync(VideoEvents.OfTakedown(asset), ct);
        await audit.AddAsync(moderator.Id, "asset.takeDown", asset.Id, $"{At(asset)}/{mark.Reason}/{mark.Note}", mark.Note is null ? $"{mark.Reason}" : $"{mark.Reason}: {mark.Note}", ct);
        await news.TellAsync(asset, asset.Takedown!, ct);
        return await DecideAsync(moderator, wanted.ReportId, asset, ct);
    }

    /// <summary>Puts it back as its owner has it; may be repeated, and what was never taken down stays as it is.</summary>
    /// <param name="reportId">The appeal that is upheld by it; null of none.</param>
    /// <returns>The asset; <c>takedown.asset_not_found</c> or <c>report.not_found</c>.</returns>
    public async Task<Result<Asset>> ReinstateAsync(Person moderator, string assetId, string? reportId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var written = await WriteAsync(assetId, reportId, asset => asset.IsTakenDown ? asset with { Takedown = asset.Takedown! with { LiftedAt = now } } : asset, ct);
        if (written is not { Succeeded: true, Value: { Takedown: { } mark } asset })
        {
            return written;
        }

        await events.PublishAsync(VideoEvents.OfReinstatement(asset), ct);
        await audit.AddAsync(moderator.Id, "asset.reinstate", asset.Id, At(asset), null, ct);
        await news.TellAsync(asset, mark, ct);
        return await DecideAsync(moderator, reportId, asset, ct);
    }

    /// <summary>Its owner asks for another look, once; done again it is the same.</summary>
    /// <returns><c>asset.not_found</c>, <c>takedown.none</c> or <c>report.appeal_invalid</c>.</returns>
    public async Task<Result<Report>> AppealAsync(string ownerId, string assetId, string? words, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        Error? Refused(Asset asset) => !AssetIds.IsVisibleTo(asset, ownerId) ? AssetErrors.NotFound(assetId) : asset.Trashed is not null ? AssetErrors.Trashed(assetId) : asset.IsTakenDown ? null : TakedownErrors.None();
        var found = OpaqueId.IsValid(assetId, AssetIds.Prefix) ? await assets.UpdateAsync(assetId, asset => asset, ct, Refused) : AssetErrors.NotFound(assetId);
        if (!found.Succeeded)
        {
            return found.Error!;
        }

        // The words first: an appeal that is noted was made.
        var mark = found.Value.Takedown!;
        var appeal = await reports.AppealAsync(found.Value, mark, words, ct);
        if (appeal.Succeeded)
        {
            await assets.UpdateAsync(assetId, asset => asset.Takedown is { AppealedAt: null } there && there.At == mark.At ? asset with { Takedown = there with { AppealedAt = now } } : asset, ct);
        }

        return appeal;
    }

    /// <summary>What is down already says at most something else.</summary>
    private static Asset With(Asset asset, TakedownMark mark) =>
        !asset.IsTakenDown ? asset with { Takedown = mark }
        : asset.Takedown!.Reason == mark.Reason && asset.Takedown.Note == mark.Note ? asset
        : asset with { Takedown = asset.Takedown with { Reason = mark.Reason, Note = mark.Note } };

    private static string At(Asset asset) => asset.Takedown!.At.UtcTicks.ToString(CultureInfo.InvariantCulture);

    private async Task<Result<Asset>> WriteAsync(string assetId, string? reportId, Func<Asset, Asset> change, CancellationToken ct)
    {
        if (reportId is not null && (await reports.FindAsync(reportId, ct))?.AssetId != assetId)
        {
            return ReportErrors.NotFound();
        }

        var written = OpaqueId.IsValid(assetId, AssetIds.Prefix)
            ? await assets.UpdateAsync(assetId, change, ct, asset => asset.State is AssetState.Deleting or AssetState.Deleted ? TakedownErrors.NotFound() : null)
            : TakedownErrors.NotFound();
        return written.Error?.Code == "asset.not_found" ? TakedownErrors.NotFound() : written;
    }

    private async Task<Result<Asset>> DecideAsync(Person moderator, string? reportId, Asset asset, CancellationToken ct)
    {
        if (reportId is null)
        {
            return asset;
        }

        var decided = await reports.DecideAsync(moderator, reportId, ReportState.Upheld, ct);
        return decided.Succeeded ? asset : decided.Error!;
    }
}
