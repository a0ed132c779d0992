using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Media.Measuring;

namespace StreamPlatform.Media.Planning;

/// <summary>Plans renditions that are added to a published revision: video alone, on the timeline that is published.</summary>
public sealed class ExtensionPlanner(PlanOptions options) : IExtensionPlanner
{
    public PlanPrices Prices => options.Prices;

    public IReadOnlyList<VideoRendition> Offer(SourcePicture picture, EncodingChoice? choice)
    {
        var profile = options.ProfileFor(choice);

        // The asset's own profile first: what it would have made is made as it would have. A watermark has standard range.
        var range = choice?.Watermark is null ? picture.Range : DynamicRange.Standard;
        return profile.Video.Count == 0 ? [] :
        [
            .. profile.Video.Concat(EncodingProfiles.Premium.Video).DistinctBy(codec => codec.Codec)
                .SelectMany(codec => Ladder.For(picture.Width, picture.Height, codec, codec.Codec == "h264" ? DynamicRange.Standard : range, options)),
        ];
    }

    public double CpuSeconds(SourcePicture picture, Rational frameRate, double seconds, IReadOnlyList<VideoRendition> rungs)
    {
        var frames = (long)Math.Ceiling(seconds * frameRate.Value);
        var track = new VideoTrack(0, "", picture.Width, picture.Height, picture.Width, picture.Height, frameRate, "", 0, false, null) { Frames = frames, DurationSeconds = seconds };
        return CostModel.Video(track, rungs, seconds, frames, seeks: false);
    }

    public Result<TranscodePlan> Plan(ExtensionOrder order)
    {
        var trimmed = Trimming.Apply(order.Info, order.Choice?.Trim);
        if (!trimmed.Succeeded)
            return trimmed.Error!;
        var info = trimmed.Value;
        if (info.Video is not { } track || order.Published.Video is not [var published, ..])
            return ExtensionErrors.NoPicture();
        var offered = Offer(new SourcePicture(track.Width, track.Height) { Range = track.DynamicRange }, order.Choice);
        if (order.Run.Wanted.FirstOrDefault(wanted => offered.All(rung => rung.Name != wanted.Name)) is { } unknown)
            return ExtensionErrors.Unknown(unknown.Name, offered.Select(rung => rung.Name));
        var grid = Grids.For(track, info.DurationSeconds);
        if (!IsTimelineOf(grid, published))
            return ExtensionErrors.TimelineChanged();

        var wantedByName = order.Run.Wanted.ToDictionary(wanted => wanted.Name, StringComparer.Ordinal);
        List<VideoRendition> video = [.. offered.Where(rung => wantedByName.ContainsKey(rung.Name)).Select(rung => rung with { Preset = wantedByName[rung.Name].Preset ?? rung.Preset })];
        var fanOut = new FanOut(info, options).Choose(grid, video, []);
        var profile = options.ProfileFor(order.Choice);
        var measure = info.ClockJumps || video.TrueForAll(rung => rung.Codec != "h264") ? null : MeasuredSpans.For(grid, profile, options);
        var items = new Items(info, options with { HeadStart = false }, fanOut, order.Choice?.Watermark is not null).For(grid, video, [], measure, null, null);
        var replaced = video.Where(rung => order.Published.KeyFrames.Any(keys => keys.Rendition == rung.Name)).Select(rung => rung.Name).ToList();
        var plan = new TranscodePlan
        {
            AssetId = order.Run.AssetId,
            Generation = order.Run.Generation,
            Source = order.Source,
            Info = info,
            Choice = order.Choice,
            Grid = grid,
            Video = video,
            Audio = [],
            Chunks = fanOut.Chunks,
            Items = [.. items.Select(item => item with { Priority = order.Run.IsEconomy ? WorkPriority.Low : WorkPriority.Normal })],
            Measure = measure,
            KeyFrames = replaced.Count > 0 ? new KeyFrameSpec(replaced, TrickPlay.SegmentsPerBlob) : null,
            Extends = new PlannedExtension(order.Run.Number, order.Published.RunId) { IsEconomy = order.Run.IsEconomy },
            Why = [$"Added to the published revision of run {order.Published.RunId}, whose renditions stay as they are.", .. fanOut.Why],
        };
        return !order.Run.IsEconomy && PlanCost.Ask(plan, options) is { } question ? ExtensionErrors.TooDear(question) : plan;
    }

    /// <summary>Segments made on the grid lie where the published ones do: so another original, trim or rule of cutting is noticed before anything is made.</summary>
    private static bool IsTimelineOf(OutputGrid grid, PresentedVideo published)
    {
        var segments = published.Segments;
        var segment = (long)grid.SegmentFrames * grid.FrameTicks;
        return published.Timescale == grid.Timescale
            && segments.Sum(each => each.Duration) == grid.TotalFrames * grid.FrameTicks
            && segments.Take(segments.Count - 1).All(each => each.Duration == segment)
            && segments[^1].Duration <= segment;
    }
}
