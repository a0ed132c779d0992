using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Media.Measuring;

namespace StreamPlatform.Media.Planning;

/// <summary>Source facts to plan: ladder, timeline, chunks, items.</summary>
public sealed class TranscodePlanner(PlanOptions options) : ITranscodePlanner
{
    private const int PosterLongSide = 1280;

    public Result<TranscodePlan> Plan(string assetId, int generation, SourceFile source, SourceInfo info, EncodingChoice? choice = null)
    {
        var profile = choice?.Profile is { } name ? EncodingProfiles.Find(name) ?? options.Profile : options.Profile;
        if (profile.Video.Count == 0)
            info = info with { Video = null };
        if (info.Video is null && info.Audio.Count == 0)
            return Probing.SourceErrors.NoTracks;

        var grid = info.Video is { } track ? Grids.For(track, info.DurationSeconds) : null;
        var video = info.Video is { } v ? Ladder.For(v.Width, v.Height, profile, options) : [];
        var audio = AudioRenditions.For(info.Audio);
        var fanOut = grid is null ? FanOutChoice.None : new FanOut(info, options).Choose(grid, video, audio.Count);
        var pictures = options.Pictures && info.Video is not null ? Pictures(info.Video) : null;
        var measure = grid is null || info.ClockJumps ? null : MeasuredSpans.For(grid, profile, options);
        var items = new Items(info, options, fanOut);
        return new TranscodePlan
        {
            AssetId = assetId,
            Generation = generation,
            Source = source,
            Info = info,
            Choice = choice,
            Grid = grid,
            Video = video,
            Audio = audio,
            Chunks = fanOut.Chunks,
            Items = items.For(grid, video, audio, measure, pictures is not null),
            Measure = measure,
            Pictures = pictures,
            Why = [.. fanOut.Why, .. items.Why],
        };
    }

    public LadderChoice ChooseLadder(TranscodePlan plan, IReadOnlyList<RungMeasurement> measurements) =>
        new LadderChooser(plan, measurements).Choose();

    /// <summary>Thumbnails have one size for all videos (letterboxed); the poster has the video's shape.</summary>
    private static PictureSpec Pictures(VideoTrack video)
    {
        var scale = Math.Min(1, (double)PosterLongSide / Math.Max(video.Width, video.Height));
        return new PictureSpec([0.10, 0.25, 0.50, 0.75, 0.90], 320, 180, 0.10, Ladder.Even(video.Width * scale), Ladder.Even(video.Height * scale));
    }
}
