using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Processing.Watching;

/// <summary>An asset's way to ready, as its owner watches it: a full snapshot each time.</summary>
public sealed record AssetProgress
{
    public required AssetState Status { get; init; }

    /// <summary><c>upload</c>, <c>probing</c>, <c>approval</c>, <c>transcoding</c>, <c>packaging</c>, or the final state.</summary>
    public required string Stage { get; init; }

    /// <summary>True when a player would get something to play.</summary>
    public required bool Playable { get; init; }

    public required int Revision { get; init; }
    public required IReadOnlyList<RenditionProgress> Renditions { get; init; }
    public required IReadOnlyList<ItemSummary> Items { get; init; }

    /// <summary>What the owner is asked while the asset waits for the answer.</summary>
    public CostQuestion? Question { get; init; }

    public AssetFailure? Failure { get; init; }
    public required AssetTimings Timings { get; init; }

    public static AssetProgress Of(Asset asset, RunView? run, bool playable, DateTimeOffset? firstPlayableAt) => new()
    {
        Status = asset.State,
        Stage = StageOf(asset.State, run),
        Playable = playable,
        Revision = asset.Revision,
        Renditions = [.. RenditionsOf(asset, run)],
        Items = run is null ? [] : [.. run.Items.Select(ItemSummary.Of)],
        Question = asset.State == AssetState.AwaitingApproval ? asset.Question : null,
        Failure = asset.Failure,
        Timings = new AssetTimings(asset.UploadedAt, asset.FirstPlayableAt ?? firstPlayableAt, asset.ReadyAt),
    };

    private static IEnumerable<RenditionProgress> RenditionsOf(Asset asset, RunView? run) =>
        asset.State == AssetState.Ready || run is null
            ? asset.Renditions.Select(rendition => new RenditionProgress(rendition.Name, 1))
            : run.Plan.Video.Select(video => video.Name)
                .Concat(run.Plan.Audio.Select(audio => audio.Name))
                .Select(name => new RenditionProgress(name, Math.Round(run.FractionOf(name), 3)));

    private static string StageOf(AssetState state, RunView? run) => state switch
    {
        AssetState.AwaitingUpload => "upload",
        AssetState.Probing => "probing",
        AssetState.AwaitingApproval => "approval",
        AssetState.Processing when run is not null && run.Items.All(item => item.HasEnded) => "packaging",
        AssetState.Processing => "transcoding",
        AssetState.Ready => "ready",
        AssetState.Failed => "failed",
        AssetState.Cancelled => "cancelled",
        AssetState.Deleting => "deleting",
        _ => "deleted",
    };
}

/// <summary>How far a rendition is, 0 to 1.</summary>
public sealed record RenditionProgress(string Name, double Fraction);

/// <summary>When things happened; null when they have not.</summary>
public sealed record AssetTimings(DateTimeOffset? UploadedAt, DateTimeOffset? FirstPlayableAt, DateTimeOffset? ReadyAt);
