using System.Globalization;
using System.Text;
using StreamPlatform.Media.Packaging.Hls;

namespace StreamPlatform.Media.Live;

/// <summary>The media playlist of a live track (RFC 8216bis, 4.4.3 to 4.4.5, 6.2.5).</summary>
internal sealed class LivePlaylist(LiveGrid grid, DateTimeOffset startsAt, LiveTrack track, LiveWindow window)
{
    /// <summary>The one that has EXT-X-SKIP.</summary>
    public const int Version = 9;

    /// <summary>PART-HOLD-BACK in part targets, the least that is recommended (RFC 8216bis, 4.4.3.8).</summary>
    private const int PartsHeldBack = 3;

    private readonly LiveHeader _header = track.Header ?? throw new InvalidOperationException($"{track.Spec.Name} has not begun.");

    /// <param name="others">Tracks of the same kind, whose end is told: a player that switches need not look for it.</param>
    public string Write(bool skips, IReadOnlyList<LiveTrack> others)
    {
        var listed = window.Listed.ToList();
        var skipped = skips ? Skipped(listed) : 0;
        var inParts = listed.Count(segment => segment.IsComplete) - LiveLimits.SegmentsInParts;
        var text = new StringBuilder();
        Head(text, listed.Count > 0 ? listed[0].Number : 0);
        if (skipped > 0) Line(text, $"#EXT-X-SKIP:SKIPPED-SEGMENTS={skipped}");
        for (var i = skipped; i < listed.Count; i++)
            Segment(text, listed[i], i >= inParts);
        Tail(text, others);
        return text.ToString();
    }

    private void Head(StringBuilder text, long first)
    {
        var longest = Seconds(_header.LongestPart);
        text.Append("#EXTM3U\n");
        Line(text, $"#EXT-X-VERSION:{Version}");
        Line(text, $"#EXT-X-TARGETDURATION:{grid.TargetSeconds}");
        Line(text, $"#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK={HlsNumber.WriteSeconds(PartsHeldBack * longest)},CAN-SKIP-UNTIL={HlsNumber.WriteSeconds(LiveLimits.SkipTargets * grid.TargetSeconds)}");
        Line(text, $"#EXT-X-PART-INF:PART-TARGET={HlsNumber.WriteSeconds(longest)}");
        Line(text, $"#EXT-X-MEDIA-SEQUENCE:{first}");
        text.Append("#EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-MAP:URI=\"init.mp4\"\n");
    }

    private void Segment(StringBuilder text, LiveSegment segment, bool inParts)
    {
        Line(text, $"#EXT-X-PROGRAM-DATE-TIME:{startsAt.UtcDateTime.AddSeconds((double)Seconds(segment.Start)):yyyy-MM-dd'T'HH:mm:ss.fff'Z'}");
        if (inParts)
        {
            foreach (var part in segment.Parts)
                Line(text, $"#EXT-X-PART:DURATION={HlsNumber.WriteSeconds(Seconds(part.Duration))},URI=\"{segment.Number}.{part.Index}.m4s\"{(part.IsIndependent ? ",INDEPENDENT=YES" : "")}");
        }

        if (!segment.IsComplete)
            return;
        Line(text, $"#EXTINF:{HlsNumber.WriteSeconds(Seconds(segment.Duration))},");
        Line(text, $"{segment.Number}.m4s");
    }

    private void Tail(StringBuilder text, IReadOnlyList<LiveTrack> others)
    {
        if (window.HasEnded)
        {
            text.Append("#EXT-X-ENDLIST\n");
            return;
        }

        var (segment, part) = window.Next;
        Line(text, $"#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"{segment}.{part}.m4s\"");
        foreach (var other in others)
        {
            if (other.Window.Segments is [.., var last])
                Line(text, $"#EXT-X-RENDITION-REPORT:URI=\"../{other.Spec.Name}/stream.m3u8\",LAST-MSN={last.Number},LAST-PART={last.Parts.Length - 1}");
        }
    }

    /// <summary>Segments that lie wholly before the skip boundary (RFC 8216bis, 6.2.5.1).</summary>
    private int Skipped(List<LiveSegment> listed)
    {
        if (listed.Count == 0) return 0;
        var boundary = listed[^1].Start + listed[^1].Duration - (LiveLimits.SkipTargets * grid.TargetSeconds * (long)_header.Timescale);
        return listed.Count(segment => segment.Start + segment.Duration <= boundary);
    }

    private decimal Seconds(long ticks) => (decimal)ticks / _header.Timescale;

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
