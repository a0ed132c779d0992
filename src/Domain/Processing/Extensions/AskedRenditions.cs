using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Watching;

namespace StreamPlatform.Domain.Processing.Extensions;

/// <summary>
/// Renditions that were not made when the asset was: the owner sees what there could be, asks for one, and the next viewers
/// have it. As with reprocessing, first the workflow to schedule is named, then, once it is scheduled, the asset is marked.
/// </summary>
public sealed class AskedRenditions(GetAsset get, ExtendAsset extend, IExtensionPlanner planner, RunWatches watches)
{
    /// <summary>All video renditions that the asset has or could have, largest first, codec by codec; none of one that is not published.</summary>
    public async Task<Result<RenditionList>> ListAsync(string ownerId, string assetId, CancellationToken ct)
    {
        var found = await get.ExecuteAsync(ownerId, assetId, ct);
        return found.Succeeded ? new RenditionList(await StatusesAsync(found.Value.Value, ct)) : found.Error!;
    }

    /// <summary>Where the rendition stands and, when it has to be made, the workflow to schedule.</summary>
    /// <param name="name">As the ladder names it.</param>
    /// <param name="again">Try once more what failed when it was asked for last.</param>
    public async Task<Result<AskedRendition>> AskAsync(string ownerId, string assetId, string name, bool again, CancellationToken ct)
    {
        var found = await get.ExecuteAsync(ownerId, assetId, ct);
        if (!found.Succeeded)
        {
            return found.Error!;
        }

        var asset = found.Value.Value;
        if (asset.PublishedRunId is null)
        {
            return AssetErrors.WrongState(asset.Id, asset.State, "Adding a rendition");
        }

        var statuses = await StatusesAsync(asset, ct);
        if (statuses.FirstOrDefault(status => status.Name == name) is not { } status)
        {
            return Refuse(asset, name, statuses);
        }

        if (status.Status is RenditionState.Ready or RenditionState.Making || (status.Status == RenditionState.Failed && !again))
        {
            return new AskedRendition(status, null);
        }

        var next = ExtendAsset.Next(asset);
        return next.Succeeded
            ? new AskedRendition(
                status with { Status = RenditionState.Making, Fraction = 0, Failure = null },
                new ExtensionRun(asset.Id, asset.Generation, next.Value, [new WantedRung(name)]))
            : next.Error!;
    }

    /// <summary>Marks the asset with the run that was scheduled, so that the next answer shows it; <c>rendition.busy</c> when another was faster.</summary>
    public async Task<Result<Done>> BeginAsync(ExtensionRun run, CancellationToken ct)
    {
        var begun = await extend.BeginAsync(run, ct);
        return begun.Succeeded ? default(Done)
            : begun.Error!.Code == "run.stopped" ? ExtensionErrors.Busy("asked for at the same time")
            : begun.Error;
    }

    private async Task<IReadOnlyList<RenditionStatus>> StatusesAsync(Asset asset, CancellationToken ct)
    {
        if (asset.PublishedRunId is null)
        {
            return [];
        }

        var ready = asset.Renditions.Where(rendition => rendition.Kind == "video").Select(rendition =>
            new RenditionStatus(rendition.Name, CodecOf(rendition.Codecs), rendition.Width, rendition.Height, RenditionState.Ready)).ToList();
        var making = RevisionExtension.IsMaking(asset) && asset.Extension!.RunId is { } runId ? await watches.ReadAsync(asset.Id, runId, ct) : null;
        var offered = asset.Source is not null && PictureOf(asset) is { } picture ? planner.Offer(picture, asset.Encoding) : [];
        return
        [
            .. ready.Select(status => IsWanted(asset, status.Name) && RevisionExtension.IsMaking(asset) ? status with { Fraction = Fraction(making, status.Name) } : status),
            .. offered.Where(rung => ready.TrueForAll(status => status.Name != rung.Name)).Select(rung => Missing(asset, rung, making)),
        ];
    }

    private static RenditionStatus Missing(Asset asset, VideoRendition rung, RunView? making)
    {
        var status = new RenditionStatus(rung.Name, rung.Codec, rung.Width, rung.Height, RenditionState.Available);
        return !IsWanted(asset, rung.Name) ? status
            : RevisionExtension.IsMaking(asset) ? status with { Status = RenditionState.Making, Fraction = Fraction(making, rung.Name) }
            : asset.Extension!.State == ExtensionState.Failed ? status with { Status = RenditionState.Failed, Failure = asset.Extension.Failure }
            : status;
    }

    private static double Fraction(RunView? making, string name) => Math.Round(making?.FractionOf(name) ?? 0, 3);

    private static bool IsWanted(Asset asset, string name) =>
        asset.Extension is { } extension && extension.Generation == asset.Generation && extension.Wanted.Any(rung => rung.Name == name);

    /// <summary>Assets of older releases don't tell: then what is published is the least there is.</summary>
    private static SourcePicture? PictureOf(Asset asset) => asset.SourcePicture
        ?? (asset.Renditions.Where(rendition => rendition.Kind == "video").MaxBy(rendition => rendition.Height) is { } largest ? new SourcePicture(largest.Width, largest.Height) : null);

    private Error Refuse(Asset asset, string name, IReadOnlyList<RenditionStatus> statuses)
    {
        if (asset.Source is null)
        {
            return new Error("asset.no_source", 409, "There is no original to process again. Upload a file.");
        }

        if (PictureOf(asset) is not { } picture)
        {
            return ExtensionErrors.NoPicture();
        }

        var known = planner.Offer(SourcePicture.Largest with { Range = picture.Range }, asset.Encoding).Any(rung => rung.Name == name);
        return known && ShortSide(name) > Math.Min(picture.Width, picture.Height)
            ? ExtensionErrors.TooLarge(name, Math.Min(picture.Width, picture.Height))
            : ExtensionErrors.Unknown(name, statuses.Select(status => status.Name));
    }

    private static int ShortSide(string name) =>
        int.TryParse(name.Split('p')[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var lines) ? lines : 0;

    private static string CodecOf(string codecs) => codecs[..Math.Min(4, codecs.Length)] switch
    {
        "avc1" or "avc3" => "h264",
        "hvc1" or "hev1" => "hevc",
        "av01" => "av1",
        _ => codecs,
    };
}

/// <summary>Where a rendition that was asked for stands.</summary>
/// <param name="Start">The workflow to schedule; null when there is nothing to do.</param>
public sealed record AskedRendition(RenditionStatus Rendition, ExtensionRun? Start);

/// <summary>All renditions of an asset.</summary>
public sealed record RenditionList(IReadOnlyList<RenditionStatus> Items);
