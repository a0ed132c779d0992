using StreamPlatform.Domain.Live;
using StreamPlatform.Live.Broadcasts;
using StreamPlatform.Live.Tests.Cutting;
using StreamPlatform.Media.Live;

namespace StreamPlatform.Live.Tests.Nodes;

/// <summary>A broadcast that stands still: two segments of each track are there, and nothing more comes.</summary>
internal static class Standing
{
    public static async Task<Broadcast> BroadcastAsync()
    {
        var real = await Encoded.PresentationAsync();
        var presentation = Encoded.Empty();
        foreach (var (track, source) in presentation.Tracks.Zip(real.Tracks))
        {
            track.Begin(source.Header!);
            foreach (var segment in source.Window.Segments.Take(2))
            {
                foreach (var part in segment.Parts)
                    track.Add(segment.Number, segment.Start, part, part.Index == segment.Parts.Length - 1);
            }
        }

        return new Broadcast(new LiveIngestGrant("owner", "live_1", "broadcast_1", Admissions.Path, "hash"), new LiveSource(320, 180, 30, true), presentation, null!);
    }
}
