using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Watching;

namespace StreamPlatform.Domain.Playback;

/// <summary>
/// What can be played of a run that is still going: one rung, from the head start into the ladder's own segments, and one
/// rendition of each sound track. Pure. Later views of a run only ever append to what earlier ones listed, as an EVENT playlist demands: a place
/// belongs to the head start or to the ladder, whichever is there first, by plan and not by who is quicker.
/// </summary>
public static class GrowingPresentation
{
    /// <summary>Height of the rung that is shown when there is no head start to tell.</summary>
    private const int UsualShortSide = 360;

    /// <summary>The presentation, or null while anything a player needs at the start has no segment yet.</summary>
    public static Presentation? Of(RunView run)
    {
        var plan = run.Plan;
        var paths = new RunPaths(plan.AssetId, plan.RunId);
        var video = RungOf(plan) is { } rung ? new GrowingVideo(run, paths, rung).Build() : null;
        if (plan.Video.Count > 0 && video is null)
        {
            return null;
        }

        var audio = AudioRendition.First(plan.Audio).Where(rendition => !GrowingAudio.IsLost(run, rendition)).Select(rendition => new GrowingAudio(run, paths, rendition).Build()).ToList();
        if (plan.Video.Count == 0 && audio.Count == 0)
        {
            return null;
        }

        if (audio.Any(track => track is null))
        {
            return null;
        }

        var tracks = audio.Select(track => track!.Value).ToList();
        var complete = (video?.Complete ?? true) && tracks.TrueForAll(track => track.Complete);
        return new Presentation
        {
            AssetId = plan.AssetId,
            RunId = plan.RunId,
            Complete = complete,
            DurationSeconds = video is { } shown ? Seconds(shown.Track) : tracks.Max(track => Seconds(track.Track)),
            TargetSegmentSeconds = TargetOf(plan, video?.Track, tracks.Select(track => track.Track)),
            Video = video is { } listed ? [listed.Track] : [],
            Audio = [.. tracks.Select(track => track.Track)],
        };
    }

    /// <summary>When a player first got something from it; null before.</summary>
    public static DateTimeOffset? FirstPlayableAt(RunView run)
    {
        if (Of(run) is null)
        {
            return null;
        }

        var rung = RungOf(run.Plan);
        var video = run.Items
            .Where(item => (item.Spec is { Kind: WorkItemKind.HeadStart } or { Kind: WorkItemKind.Video, FirstChunk: 0 }) && rung is not null && item.Spec.Renditions.Contains(rung.Name))
            .Min(item => item.FirstSegmentAt);
        var audio = AudioRendition.First(run.Plan.Audio).Where(rendition => !GrowingAudio.IsLost(run, rendition)).Max(rendition => GrowingAudio.FirstPlayableAt(run, rendition));
        return video is null || audio > video ? audio ?? video : video;
    }

    /// <summary>The head start's rung; without one the one it would have been.</summary>
    private static VideoRendition? RungOf(TranscodePlan plan)
    {
        var head = plan.Items.FirstOrDefault(item => item.Kind == WorkItemKind.HeadStart);
        return head is { Renditions: [var name, ..] }
            ? plan.Video.FirstOrDefault(video => video.Name == name)
            : plan.Video.FirstOrDefault(video => Math.Min(video.Width, video.Height) <= UsualShortSide) ?? (plan.Video is [.., var smallest] ? smallest : null);
    }

    /// <summary>Must not change while segments are added: the grid says it for video, the first segments for audio alone.</summary>
    private static double TargetOf(TranscodePlan plan, PresentedTrack? video, IEnumerable<PresentedTrack> audio) =>
        video is not null && plan.Grid is { } grid
            ? grid.SegmentSeconds
            : audio.Max(track => (double)track.Segments[0].Duration / track.Timescale);

    private static double Seconds(PresentedTrack track) =>
        (double)track.Segments.Sum(segment => segment.Duration) / track.Timescale;
}
