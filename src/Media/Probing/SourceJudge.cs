using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Media.Probing;

/// <summary>Decides from the scan and the decode check: the facts, or why the source is refused.</summary>
internal sealed class SourceJudge(ProbeOptions options)
{
    /// <summary>Seconds a container may claim beyond what it holds before the creator is told.</summary>
    private const double ClaimTolerance = 2;

    public Result<SourceInfo> Judge(Scan scan, ToolExit exit, DecodeCheck check, long bytes)
    {
        if (Unreadable(scan, exit) is { } refused)
            return refused;

        var video = TrackChoice.MainVideo(scan);
        var audio = TrackChoice.Audio(scan).Where(stream => stream.Packets > 0).ToList();
        if (video is null && !TrackChoice.Audio(scan).Any())
            return SourceErrors.NoTracks;
        if (video is not null && BadVideo(video, check, audio.Count > 0, bytes, scan) is { } bad)
            return bad;
        if (video is null && !check.AudioDecodes)
            return audio.Count == 0 ? SourceErrors.NoFrames : SourceErrors.Undecodable(audio[0].Codec);

        var kept = check.AudioDecodes ? audio.Where(stream => stream.HasCodec && stream.Number("channels") > 0).ToList() : [];
        var videoEnd = video is null ? 0 : scan.EndOf(video);
        var duration = kept.Select(scan.EndOf).Append(videoEnd).Max();
        if (!(duration > 0))
            return SourceErrors.NoFrames;
        if (duration > options.MaxDurationSeconds)
            return SourceErrors.TooLong(duration, options.MaxDurationSeconds);

        return new SourceInfo
        {
            Container = scan.Container,
            DurationSeconds = duration,
            Bytes = bytes,
            Video = video is null ? null : TrackChoice.Video(video, scan.FramesOf(video), video.Rate, videoEnd) with { HasCaptions = check.HasCaptions },
            Audio = [.. kept.Select(TrackChoice.Audio)],
            Text = TextChoice.Tracks(scan),
            Chapters = TextChoice.Chapters(scan, duration),
            Warnings = [.. Warnings(scan, duration, audio.Count - kept.Count)],
        };
    }

    private static Error? Unreadable(Scan scan, ToolExit exit)
    {
        if (exit.OutOfTime)
            return SourceErrors.Unreadable;
        if (exit.Says("moov atom not found"))
            return SourceErrors.Truncated;
        return scan.Container.Length == 0 ? SourceErrors.NotMedia : null;
    }

    private Error? BadVideo(StreamScan video, DecodeCheck check, bool hasAudio, long bytes, Scan scan)
    {
        if (video.Packets == 0)
            return hasAudio && check.AudioDecodes ? null : SourceErrors.NoFrames;
        if (!check.VideoDecodes)
            return SourceErrors.Undecodable(video.Codec);
        int width = video.Number("width"), height = video.Number("height");
        var frames = scan.FramesOf(video);
        return (double)width * height * frames > options.PixelsAllowed(bytes) ? SourceErrors.TooCostly(frames, width, height) : null;
    }

    private static IEnumerable<AssetFailure> Warnings(Scan scan, double duration, int audioLeftOut)
    {
        if (scan.ClaimedSeconds - duration > ClaimTolerance)
        {
            yield return new AssetFailure(
                "source.shorter_than_claimed",
                FormattableString.Invariant($"The file says it lasts {scan.ClaimedSeconds:0} seconds but holds {duration:0.0}; what it holds is used."));
        }

        if (audioLeftOut > 0)
            yield return new AssetFailure("source.audio_left_out", "An audio track could not be decoded and was left out.");
        foreach (var warning in TextChoice.Warnings(scan))
            yield return warning;
    }
}
