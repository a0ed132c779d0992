using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Packaging.Joining;

/// <summary>Presents the key frames that joined renditions kept.</summary>
internal static class KeyFrameTracks
{
    public static IEnumerable<PresentedKeyFrames> Of(TranscodePlan plan, IEnumerable<JoinedTrack> video, double targetSeconds)
    {
        var paths = new RunPaths(plan.AssetId, plan.RunId);
        foreach (var track in video.Where(track => track.KeyFrames.Count > 0))
        {
            var rendition = plan.Video.First(candidate => candidate.Name == track.Rendition);
            var bandwidth = Bandwidth.Of([.. track.KeyFrames.SelectMany(Segments)], track.Timescale, targetSeconds);
            yield return new PresentedKeyFrames
            {
                Name = $"{track.Rendition}-keys",
                Rendition = track.Rendition,
                Codecs = track.Codecs,
                Timescale = track.Timescale,
                AverageBitrate = bandwidth.Average,
                PeakBitrate = bandwidth.Peak,
                Width = rendition.Width,
                Height = rendition.Height,
                InitName = paths.Init(WorkItemKind.Video, track.Rendition).Name,
                Blobs = [.. track.KeyFrames.Select(blob => new PresentedKeyFrameBlob(paths.KeyFrames(track.Rendition, blob.Start).Name, blob.Start, blob.Frames))],
            };
        }
    }

    /// <summary>To measure bit rates by, each key frame is a segment.</summary>
    private static IEnumerable<SegmentFacts> Segments(KeyFrameBlob blob)
    {
        var start = blob.Start;
        foreach (var frame in blob.Frames)
        {
            yield return new SegmentFacts(0, start, frame.Duration, 1, frame.Bytes);
            start += frame.Duration;
        }
    }
}
