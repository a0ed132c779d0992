using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Media.Probing;

/// <summary>Decides from the scan and the checks: the facts, or why the source is refused.</summary>
/// <param name="keepDamaged">The creator wants what is left of a file that was cut off.</param>
internal sealed class SourceJudge(ProbeOptions options, bool keepDamaged)
{
    /// <summary>Seconds a container may claim beyond what it holds before the creator is told.</summary>
    private const double ClaimTolerance = 2;

    /// <summary>How much less than claimed is a part that is missing, of formats that tell it by their claim only: half a second and 2 %.</summary>
    private const double LeastMissing = 0.5, LeastOfClaim = 0.98;

    /// <summary>What a frame that is only held costs, of one that is decoded.</summary>
    private const double HeldFrame = 0.25;

    /// <summary>Formats that write how long they are when they are finished, and nothing else that tells a cut-off file.</summary>
    private static readonly string[] ClaimWhenFinished = ["flv", "asf", "mxf", "rm", "gxf"];

    /// <summary>Null when the file can be told to be media with tracks.</summary>
    public static Error? Unreadable(Scan scan, ToolExit exit)
    {
        if (exit.OutOfTime)
            return SourceErrors.Unreadable;
        if (exit.Says("moov atom not found"))
            return SourceErrors.Truncated;
        if (scan.Container.Length == 0)
            return SourceErrors.NotMedia;
        return TrackChoice.Videos(scan).Count == 0 && TrackChoice.Audios(scan).Count == 0 ? SourceErrors.NoTracks : null;
    }

    /// <param name="fields">What was found of a main video that says it is interlaced.</param>
    /// <param name="cutOff">See <see cref="FileEnd.IsMissing"/>.</param>
    public Verdict Judge(Scan scan, DecodeCheck check, FieldVerdict? fields, bool? cutOff, long bytes)
    {
        var videos = TrackChoice.Videos(scan);
        var audios = TrackChoice.Audios(scan).Where(stream => stream.Packets > 0).ToList();
        if (videos.Concat(audios).FirstOrDefault(stream => stream.IsEncrypted) is not null)
            return Verdict.Refused(SourceErrors.Encrypted);

        var main = Main(videos, check);
        var kept = audios.Where(stream => check.Decodes(stream) && stream.Number("channels") > 0).ToList();
        if (main is null && Useless(videos, audios, kept, check) is { } useless)
            return Verdict.Refused(useless);
        if (main is not null && main["dv_profile"].Length > 0 && main.Number("dv_bl_signal_compatibility_id") == 0)
            return Verdict.Refused(SourceErrors.DolbyVision(main.Number("dv_profile")));

        var video = main is null ? null : TrackChoice.Video(scan, main, fields);
        var duration = kept.Select(scan.EndOf).Append(video?.DurationSeconds ?? 0).Max();
        if (!(duration > 0))
            return Verdict.Refused(SourceErrors.NoFrames);
        if (duration > options.MaxDurationSeconds)
            return Verdict.Refused(SourceErrors.TooLong(duration, options.MaxDurationSeconds));
        if (video is not null && TooCostly(video, duration, bytes))
            return Verdict.Refused(SourceErrors.TooCostly(video.Frames, video.CodedWidth, video.CodedHeight));

        // What is claimed of a clock that jumps is its last time less its first.
        var claimsMore = !scan.ClockJumps && scan.ClaimedSeconds - duration > ClaimTolerance;
        var missing = cutOff ?? (ClaimWhenFinished.Contains(scan.Container) && duration < (scan.ClaimedSeconds * LeastOfClaim) - LeastMissing);
        if (missing && !keepDamaged)
            return Verdict.Refused(SourceErrors.CutOff(Held(scan, duration)));

        var doubts = Doubts(scan, duration, missing, claimsMore, [.. audios.Except(kept)]).ToList();
        return new Verdict(
            new SourceInfo
            {
                Container = scan.Container,
                DurationSeconds = duration,
                Bytes = bytes,
                ClockJumps = scan.ClockJumps,
                Video = video is null ? null : video with
                {
                    HasCaptions = check.HasCaptions,
                    Hdr = video.DynamicRange == DynamicRange.Pq ? HdrFacts.Of(main!, check.SideData) : null,
                },
                Audio = [.. kept.Select(stream => TrackChoice.Audio(scan, stream))],
                Text = TextChoice.Tracks(scan),
                Chapters = TextChoice.Chapters(scan, duration),
                Warnings = [.. doubts, .. Remarks(scan, video, main, videos)],
            },
            doubts.Count > 0 || (main is null && videos.Count > 0));
    }

    /// <summary>The best that decodes.</summary>
    public static StreamScan? Main(IReadOnlyList<StreamScan> videos, DecodeCheck check) => videos.FirstOrDefault(check.Decodes);

    private static Error? Useless(IReadOnlyList<StreamScan> videos, List<StreamScan> audios, List<StreamScan> kept, DecodeCheck check)
    {
        // A track without a single packet is a header that somebody forgot to take out.
        if (videos.FirstOrDefault(stream => stream.Packets > 0) is { } video)
            return check.HasNoDecoder(video) ? SourceErrors.NoDecoder(video.Codec) : SourceErrors.Undecodable(video.Codec);
        if (kept.Count > 0)
            return null;
        if (audios.Count == 0)
            return SourceErrors.NoFrames;
        return check.HasNoDecoder(audios[0]) ? SourceErrors.NoDecoder(audios[0].Codec) : SourceErrors.Undecodable(audios[0].Codec);
    }

    /// <summary>A file may also claim hours for two pictures, that would be held on all the way.</summary>
    private bool TooCostly(VideoTrack video, double duration, long bytes)
    {
        var held = Math.Max(0, (duration * video.FrameRate.Value) - video.Frames);
        return (double)video.CodedWidth * video.CodedHeight * (video.Frames + held * HeldFrame) > options.PixelsAllowed(bytes);
    }

    private static IEnumerable<AssetFailure> Doubts(Scan scan, double duration, bool missing, bool claimsMore, IReadOnlyList<StreamScan> audioLeftOut)
    {
        if (missing)
            yield return SourceWarnings.TruncatedEnd(Held(scan, duration));
        else if (claimsMore)
            yield return SourceWarnings.ShorterThanClaimed(scan.ClaimedSeconds, duration);
        if (audioLeftOut.Count > 0)
            yield return SourceWarnings.AudioLeftOut(string.Join(", ", audioLeftOut.Select(stream => CodecNames.Of(stream.Codec)).Distinct()));
    }

    private static IEnumerable<AssetFailure> Remarks(Scan scan, VideoTrack? video, StreamScan? main, IReadOnlyList<StreamScan> videos)
    {
        if (video is not null && videos.Where(stream => stream != main && stream.Packets > 0).ToList() is { Count: > 0 } others)
            yield return SourceWarnings.VideoLeftOut(video, others);
        if (video?.DolbyVisionProfile is { } profile)
            yield return SourceWarnings.BaseLayer(profile);
        if (scan.ClockJumps)
            yield return SourceWarnings.ClockJumps;
        foreach (var warning in TextChoice.Warnings(scan))
            yield return warning;
    }

    private static string Held(Scan scan, double duration) => scan.ClaimedSeconds - duration > 0.5
        ? FormattableString.Invariant($"{duration:0.0} of {scan.ClaimedSeconds:0.0} seconds are there")
        : FormattableString.Invariant($"{duration:0.0} seconds are there");
}
