using System.Globalization;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Sources;
using StreamPlatform.Media.Tools;
using StreamPlatform.Media.Transcoding;
using StreamPlatform.Media.Watermarking;

namespace StreamPlatform.Media.Pictures;

/// <summary>
/// Looks at a video in small: one key frame for each tile of the storyboard, taken out of the file where its tables tell
/// where they are, else found by reading it. Only thumbnails without a key frame near them cost decoding up to their place.
/// </summary>
internal sealed class FrameSampler(TrackFrames frames, Scratch scratch, TranscodePlan plan, WorkItemSpec item, Watermark? watermark)
{
    /// <summary>Samples when there is no storyboard to take them for.</summary>
    private const int Plain = 20;

    /// <summary>How far from its place a thumbnail may be: part of the duration, and seconds at least.</summary>
    private const double Tolerance = 0.05;
    private const double LeastTolerance = 0.25;

    private readonly VideoTrack _video = plan.Info.Video!;
    private readonly PictureSpec _spec = plan.Pictures!;

    /// <summary>Twice as wide and high as a tile.</summary>
    private (int Width, int Height) Size { get; } = plan.Pictures!.Storyboard is { } storyboard
        ? (2 * storyboard.TileWidth, 2 * storyboard.TileHeight)
        : (Quarters(320.0 * plan.Pictures.PosterWidth / Math.Max(plan.Pictures.PosterWidth, plan.Pictures.PosterHeight)),
            Quarters(320.0 * plan.Pictures.PosterHeight / Math.Max(plan.Pictures.PosterWidth, plan.Pictures.PosterHeight)));

    public async Task<Sampling> TakeAsync(SourceCopy source, CancellationToken ct)
    {
        var wanted = _spec.ThumbnailFractions.Select(fraction => fraction * _video.DurationSeconds).ToList();
        var collected = new FrameCollector(Size.Width, Size.Height, wanted);
        await KeyFramesAsync(source, wanted, collected, ct);
        var tolerance = Math.Max(LeastTolerance, Tolerance * _video.DurationSeconds);
        IEnumerable<double> first = plan.Info.TrimmedSeconds > 0 ? [0] : [];
        var far = wanted.Concat(first).Where(moment => collected.DistanceTo(moment) > tolerance).Distinct().ToList();
        if (far.Count > 0)
            await ExactAsync(source, far, collected, ct);
        return collected.Result();
    }

    private async Task KeyFramesAsync(SourceCopy source, List<double> wanted, FrameCollector collected, CancellationToken ct)
    {
        var (interval, count) = _spec.Storyboard is { } storyboard ? (storyboard.IntervalSeconds, storyboard.Count) : (_video.DurationSeconds / Plain, Plain);
        var moments = Enumerable.Range(0, count).Select(tile => (tile + 0.5) * interval).Concat(wanted);
        var file = scratch.NewPath(".mp4");
        try
        {
            var first = await source.WriteKeyFramesAsync(_video.StreamIndex, moments.Select(plan.Info.InOriginal), file, ct);
            if (first is null)
                await source.EnsureWholeAsync(ct);

            // Times count from the first picture that comes, so that the original's first one has to.
            var from = plan.Info.InOriginal(0);
            var inPart = from > 0 ? string.Create(CultureInfo.InvariantCulture, $"*gte(t\\,{from:0.###})") : "";
            var select = first is null
                ? string.Create(CultureInfo.InvariantCulture, $"select='isnan(prev_selected_t)+gte(t-prev_selected_t\\,{0.9 * interval:0.###}){inPart}',")
                : "";
            var input = first is null ? FfmpegInput.Source(source.File, "-skip_frame nokey") : FfmpegInput.Source(file);
            var arguments = FfmpegCommand.Build(
                [input], [$"-map 0:{(first is null ? _video.StreamIndex : 0)} -vsync passthrough -vf \"{select}{ToSample("")}\" -c:v rawvideo -threads 1", TrackFrames.Output]);
            await frames.RunAsync(arguments, PictureLimits.For(item), (_, seconds, pixels) => Add(seconds + (first ?? 0) - from, pixels), ct);
        }
        finally
        {
            File.Delete(file);
        }

        // Of a trimmed original the key frame before the part comes too, and where reading is all there is those behind it.
        void Add(double seconds, byte[] pixels)
        {
            if (plan.Choice?.Trim is null || (seconds > -0.5 / _video.FrameRate.Value && seconds < _video.DurationSeconds))
                collected.Add(Math.Max(0, seconds), isKey: true, pixels);
        }
    }

    private async Task ExactAsync(SourceCopy source, List<double> moments, FrameCollector collected, CancellationToken ct)
    {
        foreach (var moment in moments)
            await source.EnsureVideoAsync(plan.Info.InOriginal(moment), plan.Info.InOriginal(moment), ct);
        foreach (var some in Decoders.Groups(_video, moments))
            await ExactAsync(source.File, some, collected, ct);
    }

    /// <summary>One process for all: an input a moment, a track an input.</summary>
    private async Task ExactAsync(string file, double[] moments, FrameCollector collected, CancellationToken ct)
    {
        var arguments = FfmpegCommand.Build(
            [.. moments.Select(moment => FfmpegInput.From(file, plan.Info.InOriginal(moment)))],
            [
                $"-filter_complex_threads 1 -filter_complex \"{string.Join(';', moments.Select((_, i) => $"[{i}:{_video.StreamIndex}]trim=end_frame=1,{ToSample($"{i}")}[t{i}]"))}\"",
                .. moments.Select((_, i) => $"-map [t{i}]"),
                "-c:v rawvideo",
                TrackFrames.Output,
            ]);
        await frames.RunAsync(arguments, PictureLimits.For(item), (track, _, pixels) => collected.Add(moments[track], isKey: false, pixels), ct);
    }

    private string ToSample(string label) => string.Create(
        CultureInfo.InvariantCulture, $"{VideoFilters.ToStandardRange(_video, Size.Width, Size.Height)}{watermark?.Burn(Size.Width, Size.Height, label)}scale={Size.Width}:{Size.Height}:flags=area,setsar=1,format=rgb24");

    private static int Quarters(double length) => Math.Max(4, (int)Math.Round(length / 4) * 4);
}
