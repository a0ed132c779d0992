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

    /// <summary>What streaming services play at (AES TD1008 asks for −18 to −16 LUFS and −1 dBTP); limits as the record tells.</summary>
    private static readonly LoudnessTarget Loudness = new(-16, -1, MostGainDb: 20, MostLimitingDb: 10);

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
        var chunks = grid is null ? [new Chunk(0, 0, null)] : Chunks.For(grid, info, options);
        var pictures = options.Pictures && info.Video is not null ? Pictures(info.Video) : null;
        var text = TextRenditions.For(info);
        var measure = grid is null ? null : MeasuredSpans.For(grid, profile, options);
        var items = new Items(info, options);
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
            Chunks = chunks,
            Items = items.For(grid, video, audio, chunks, measure, pictures is not null, text),
            Measure = measure,
            Pictures = pictures,
            Text = text,
            Loudness = options.Loudness && audio.Count > 0 ? Loudness : null,
            Why = [.. ChunkReason(grid, chunks, info), .. items.Why],
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

    private IEnumerable<string> ChunkReason(OutputGrid? grid, IReadOnlyList<Chunk> chunks, SourceInfo info)
    {
        if (grid is null)
            yield return "Audio only: one item encodes it all.";
        else if (chunks.Count > 1)
            yield return FormattableString.Invariant($"{chunks.Count} chunks of {Chunks.FramesOf(chunks[0], grid) / grid.FrameRate.Value:0.#} s: at most {options.ChunkSeconds:0} s each, and enough for {options.Workers} workers.");
        else if (!Chunks.CanSeek(info))
            yield return $"One chunk: {info.Container} has no index to start in the middle by.";
        else
            yield return "One chunk: too short to gain by more.";
    }
}
