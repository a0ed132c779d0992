using System.Globalization;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Sources;
using StreamPlatform.Media.Tools;
using StreamPlatform.Media.Transcoding;
using StreamPlatform.Media.Watermarking;

namespace StreamPlatform.Media.Pictures;

/// <summary>Makes JPEG of what sampling saw, and of the poster in full size: all of it in one process.</summary>
internal sealed class StillMaker(TrackFrames frames, Scratch scratch, TranscodePlan plan, WorkItemSpec item, Watermark? watermark)
{
    /// <summary>To JPEG's full range and matrix (JFIF).</summary>
    private const string ToJpeg = "out_range=pc:out_color_matrix=bt601";

    private const int Quality = 3;

    /// <summary>Sheets are large and looked at in small.</summary>
    private const int SheetQuality = 5;

    private readonly PictureSpec _spec = plan.Pictures!;
    private readonly List<string> _files = [];
    private readonly List<(FfmpegInput Input, string Filter, int Quality, IReadOnlyList<string> Names)> _kinds = [];

    public async Task<IReadOnlyList<Picture>> MakeAsync(Sampling sampling, SourceCopy source, CancellationToken ct)
    {
        try
        {
            await PosterAsync(PosterChoice.Choose(sampling.Frames, plan.Info.Video!.DurationSeconds, _spec.PosterFraction), source, ct);
            await ThumbnailsAsync(sampling.Thumbnails, ct);
            if (_spec.Storyboard is { } storyboard)
                await SheetsAsync(storyboard, sampling.Frames, ct);
            return await EncodeAsync(ct);
        }
        finally
        {
            foreach (var file in _files)
                File.Delete(file);
        }
    }

    private async Task PosterAsync(SampledFrame chosen, SourceCopy source, CancellationToken ct)
    {
        var video = plan.Info.Video!;
        var file = NewFile(".mp4");
        var at = plan.Info.InOriginal(chosen.Seconds);

        // A key frame's time is known to the millisecond: a little later it is surely the one before.
        const double Little = 0.002;
        var alone = chosen.IsKey && await source.WriteKeyFramesAsync(video.StreamIndex, [at + Little], file, ct) is not null;
        if (!alone)
            await source.EnsureVideoAsync(at, at, ct);
        var input = alone ? FfmpegInput.Source(file) : FfmpegInput.From(source.File, Math.Max(0, at - (chosen.IsKey ? Little : 0)));
        var deinterlace = video.Interlaced ? "yadif=mode=send_frame:deint=interlaced," : "";
        var (width, height) = (_spec.PosterWidth, _spec.PosterHeight);
        _kinds.Add((
            input with { Words = input.Words },
            string.Create(CultureInfo.InvariantCulture, $"[{{0}}:{(alone ? 0 : video.StreamIndex)}]trim=end_frame=1,{deinterlace}{VideoFilters.ToStandardRange(video, width, height)}{watermark?.Burn(width, height, "poster")}scale={width}:{height}:{ToJpeg},setsar=1"),
            Quality,
            [PictureNames.Poster]));
    }

    /// <summary>Fitted into their size, black beside or above where the shape differs, so that lists line up.</summary>
    private async Task ThumbnailsAsync(IReadOnlyList<RgbImage> images, CancellationToken ct)
    {
        if (images.Count == 0)
            return;
        var (width, height) = (images[0].Width, images[0].Height);
        var scale = Math.Min((double)_spec.ThumbnailWidth / width, (double)_spec.ThumbnailHeight / height);
        var (w, h) = (Planning.Ladder.Even(width * scale), Planning.Ladder.Even(height * scale));
        _kinds.Add((
            FfmpegInput.Pixels(await WriteAsync(images, ct), width, height),
            string.Create(CultureInfo.InvariantCulture, $"[{{0}}:0]scale={w}:{h},pad={_spec.ThumbnailWidth}:{_spec.ThumbnailHeight}:-1:-1,scale={ToJpeg}"),
            Quality,
            [.. _spec.ThumbnailFractions.Select(PictureNames.Thumbnail)]));
    }

    private async Task SheetsAsync(StoryboardSpec storyboard, IReadOnlyList<SampledFrame> sampled, CancellationToken ct)
    {
        var file = await WriteAsync(StoryboardSheets.Lay(storyboard, sampled), ct);
        var sheets = (storyboard.Count + (storyboard.Columns * storyboard.Rows) - 1) / (storyboard.Columns * storyboard.Rows);
        _kinds.Add((
            FfmpegInput.Pixels(file, storyboard.Columns * storyboard.TileWidth, storyboard.Rows * storyboard.TileHeight),
            $"[{{0}}:0]scale={ToJpeg}",
            SheetQuality,
            [.. Enumerable.Range(0, sheets).Select(PictureNames.Sheet)]));
    }

    private async Task<IReadOnlyList<Picture>> EncodeAsync(CancellationToken ct)
    {
        var graph = _kinds.Select((kind, i) => string.Format(CultureInfo.InvariantCulture, kind.Filter, i) + $",format=yuvj420p[k{i}]");
        var arguments = FfmpegCommand.Build(
            [.. _kinds.Select(kind => kind.Input)],
            [
                $"-filter_complex_threads 1 -filter_complex \"{string.Join(';', graph)}\"",
                .. _kinds.Select((_, i) => $"-map [k{i}]"),
                "-vsync passthrough -c:v mjpeg -threads 1",
                .. _kinds.Select((kind, i) => string.Create(CultureInfo.InvariantCulture, $"-q:v:{i} {kind.Quality}")),
                TrackFrames.Output,
            ]);
        var made = new List<Picture>();
        var counts = new int[_kinds.Count];
        await frames.RunAsync(
            arguments,
            PictureLimits.For(item),
            (track, _, jpeg) =>
            {
                if (counts[track] < _kinds[track].Names.Count)
                    made.Add(new Picture(_kinds[track].Names[counts[track]++], Picture.Jpeg, jpeg));
            },
            ct);
        return [.. made.OrderBy(picture => Order(picture.Name))];
    }

    /// <summary>By kind, as markers list them; OrderBy is stable.</summary>
    private static int Order(string name) => name == PictureNames.Poster ? 0 : PictureNames.IsThumbnail(name) ? 1 : 2;

    private async Task<string> WriteAsync(IEnumerable<RgbImage> images, CancellationToken ct)
    {
        var path = NewFile(".rgb");
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        foreach (var image in images)
            await file.WriteAsync(image.Data, ct);
        return path;
    }

    private string NewFile(string extension)
    {
        _files.Add(scratch.NewPath(extension));
        return _files[^1];
    }
}
