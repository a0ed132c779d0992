using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Packaging.Cutting;

namespace StreamPlatform.Media.Live;

/// <summary>Fills the parts of one track, sample by sample.</summary>
internal abstract class LiveTrackCutter(LiveTrack track, SourceTrack source, int partsASegment)
{
    private long _parts;
    private long _segmentStart;
    private PendingSegment? _pending;

    public uint TrackId => source.Id;

    protected SourceTrack Source => source;

    protected string Name => track.Spec.Name;

    /// <summary>Parts that are closed.</summary>
    public long Parts => _parts;

    protected PendingSegment? Pending => _pending;

    /// <exception cref="Mp4Exception">The track is not of the kind that was announced, or of no codec we know.</exception>
    public static LiveTrackCutter Begin(LiveTrack track, SourceTrack source, LiveGrid grid)
    {
        if ((source.Handler == "vide") != track.Spec.IsVideo) throw new Mp4Exception($"The track for {track.Spec.Name} is {source.Handler}.");
        LiveTrackCutter cutter = track.Spec.IsVideo ? new LiveVideoCutter(track, source, grid) : new LiveAudioCutter(track, source, grid);
        var size = source.Entry as VideoSampleEntry;
        track.Begin(new LiveHeader(
            InitWriter.Write(source, (int)cutter.Timescale),
            CodecString.Of(source.Entry),
            cutter.Timescale,
            cutter.LongestPart,
            size?.Width ?? 0,
            size?.Height ?? 0,
            (source.Entry as AudioSampleEntry)?.Channels ?? 0));
        return cutter;
    }

    /// <summary>Takes a sample in; the part its data goes to, or null when the sample is not wanted.</summary>
    /// <exception cref="SegmentDefectException">It does not fit the timeline.</exception>
    public abstract PendingSegment? Add(SourceSample sample);

    /// <summary>The sample just added has its data: its part is closed when it was the last.</summary>
    public void Fill()
    {
        if (IsFull) Close();
    }

    /// <summary>No sample follows: what is pending becomes a part, shorter than others, where another track has <paramref name="parts"/>, and is dropped where none has.</summary>
    public void Finish(long parts)
    {
        if (_pending is not null && _parts < parts) Close();
    }

    /// <summary>Of what is written; the source may count in others.</summary>
    protected abstract uint Timescale { get; }

    /// <summary>Ticks of the longest part that there can be.</summary>
    protected abstract long LongestPart { get; }

    /// <summary>The pending part has all its samples.</summary>
    protected abstract bool IsFull { get; }

    protected PendingSegment Add(long start, TrackRunSample sample) => (_pending ??= new PendingSegment(_parts, start)).Add(sample);

    private void Close()
    {
        var (part, number) = (_pending!, _parts++);
        _pending = null;
        var writer = new BoxWriter();
        SegmentWriter.Chunk(writer, checked((uint)(number + 1)), part.Start, part.Samples, part.Data);
        var index = (int)(number % partsASegment);
        _segmentStart = index == 0 ? part.Start : _segmentStart;
        track.Add(number / partsASegment, _segmentStart, new LivePart(index, part.Duration, part.Samples[0].Flags.IsSync, writer.ToArray()), completes: index == partsASegment - 1);
    }
}
