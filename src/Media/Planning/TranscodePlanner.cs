using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;

namespace StreamPlatform.Media.Planning;

/// <summary>Source facts to plan: ladder, timeline, chunks, items.</summary>
public sealed class TranscodePlanner(PlanOptions options) : ITranscodePlanner
{
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
        var pictures = options.Pictures && info.Video is { } shown ? PicturePlans.Of(shown, info.DurationSeconds, info.Bytes) : null;
        var waveform = options.Pictures && info is { Video: null, Audio: [var heard, ..] } ? PicturePlans.Of(heard) : null;
        var pictureCost = pictures is not null ? CostModel.Pictures(info.Video!, pictures) : waveform is not null ? CostModel.Waveform(info.DurationSeconds) : (double?)null;
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
            Items = items.For(grid, video, audio, chunks, pictureCost),
            Pictures = pictures,
            Waveform = waveform,
            KeyFrames = TrickPlay.For(video),
            Why = [.. ChunkReason(grid, chunks, info), .. items.Why],
        };
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
