using StreamPlatform.Domain.Playback;
using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Packaging.Cutting;

namespace StreamPlatform.Media.Packaging.Static;

/// <summary>
/// The sample tables of a rendition (ISO/IEC 14496-12, 8.5 to 8.7), collected from its segments' own headers: four bytes a
/// sample and a little for each change of duration or offset, whatever the length of its data.
/// </summary>
internal sealed class StaticTrack
{
    /// <summary>Segments whose headers are fetched at once.</summary>
    private const int Parallel = 16;

    private readonly SourceTrack _source;
    private readonly List<uint> _sizes = [];
    private readonly List<uint> _sync = [];
    private readonly List<TimeToSampleEntry> _durations = [];
    private readonly List<CompositionOffsetEntry> _offsets = [];
    private readonly List<StaticChunk> _chunks = [];
    private int _least;

    private StaticTrack(SourceTrack source) => _source = source;

    public IReadOnlyList<StaticChunk> Chunks => _chunks;

    public uint Timescale => _source.Timescale;

    /// <summary>Ticks.</summary>
    public long Duration { get; private set; }

    public double Seconds => (double)Duration / Timescale;

    /// <exception cref="Mp4Exception">The segments are not what was published.</exception>
    /// <exception cref="Domain.Storage.BlobChangedException">They are gone.</exception>
    public static async Task<StaticTrack> ReadAsync(PresentedTrack presented, SegmentReader reader, CancellationToken ct)
    {
        var (source, defaults) = await reader.ReadInitAsync(presented.Segments[0].InitName, ct);
        var track = new StaticTrack(source);
        foreach (var batch in presented.Segments.Chunk(Parallel))
        {
            foreach (var table in await Task.WhenAll(batch.Select(segment => reader.ReadTableAsync(segment, defaults, ct))))
                track.Add(table);
        }

        return track;
    }

    /// <summary>The trak box, its chunks at <paramref name="places"/> in the file, written in 64 bits when <paramref name="far"/>.</summary>
    public ContainerBox Box(uint id, uint movieTimescale, IReadOnlyList<ulong> places, bool far, bool enabled)
    {
        var isVideo = _source.Handler == "vide";
        var (width, height) = _source.Entry is VideoSampleEntry video ? (video.Width, video.Height) : ((ushort)0, (ushort)0);
        var length = InMovie(movieTimescale);
        List<Box> table = [new SampleDescriptionBox([_source.Entry]), new TimeToSampleBox(_durations)];
        var reorders = _offsets is not [{ Offset: 0 }];
        // Pictures are shown later than they are decoded; what the first is late by is taken off again by an edit.
        if (reorders) table.Add(new CompositionOffsetBox([.. _offsets.Select(entry => entry with { Offset = entry.Offset - _least })]));
        if (_sync.Count < _sizes.Count) table.Add(new SyncSampleBox(_sync));
        table.AddRange([new SampleToChunkBox(Runs()), SampleSizeBox.Of(_sizes), new ChunkOffsetBox(far ? ChunkOffsetBox.Long : ChunkOffsetBox.Short, places)]);
        List<Box> children =
        [
            new TrackHeaderBox(enabled ? 3u : 2u, default, id, length, 0, (short)(isVideo ? 0 : 1), (short)(isVideo ? 0 : 0x100), TransformMatrix.Identity,
                (uint)width << 16, (uint)height << 16),
        ];
        if (reorders) children.Add(new ContainerBox("edts", [new EditListBox([new EditListEntry(length, -_least, 0x10000)])]));
        children.Add(new ContainerBox("mdia",
        [
            new MediaHeaderBox(default, Timescale, (ulong)Duration, _source.Language),
            new HandlerBox(_source.Handler, isVideo ? "video" : "audio"),
            new ContainerBox("minf",
            [
                isVideo ? new VideoMediaHeaderBox() : new SoundMediaHeaderBox(0),
                new ContainerBox("dinf", [new DataReferenceBox([new DataEntryUrlBox(null)])]),
                new ContainerBox("stbl", table),
            ]),
        ]));
        return new ContainerBox("trak", children);
    }

    /// <summary>Its length in ticks of the movie, rounded up.</summary>
    public ulong InMovie(uint movieTimescale) => (ulong)((((Int128)Duration * movieTimescale) + Timescale - 1) / Timescale);

    private List<SampleToChunkEntry> Runs()
    {
        var runs = new List<SampleToChunkEntry>();
        for (var chunk = 0; chunk < _chunks.Count; chunk++)
        {
            if (runs is not [.., var last] || last.SamplesPerChunk != _chunks[chunk].Samples)
                runs.Add(new SampleToChunkEntry((uint)chunk + 1, _chunks[chunk].Samples, 1));
        }

        return runs;
    }

    private void Add(SegmentTable table)
    {
        _chunks.Add(new StaticChunk(table.Name, table.DataOffset, table.DataBytes, Seconds, (uint)table.Samples.Count));
        foreach (var sample in table.Samples)
        {
            _sizes.Add((uint)sample.Size);
            if (sample.IsSync) _sync.Add((uint)_sizes.Count);
            _durations.Extend(sample.Duration);
            _offsets.Extend(sample.CompositionOffset);
            _least = Math.Min(_least, sample.CompositionOffset);
            Duration += sample.Duration;
        }
    }
}
