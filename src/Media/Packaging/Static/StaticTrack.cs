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
    private readonly StaticSpan? _span;
    private long _firstTime;
    private int _least;

    private StaticTrack(SourceTrack source, StaticSpan? span) => (_source, _span) = (source, span);

    public IReadOnlyList<StaticChunk> Chunks => _chunks;

    public uint Timescale => _source.Timescale;

    /// <summary>Ticks of all samples.</summary>
    private long Duration { get; set; }

    /// <summary>Ticks into the samples at which showing begins.</summary>
    private long Skipped => _span is null ? 0 : Math.Max(0, (long)Math.Round(_span.Start * Timescale) - _firstTime);

    /// <summary>Ticks that are shown.</summary>
    private long Shown => _span is null ? Duration : Math.Min(Duration - Skipped, (long)Math.Round((_span.End - _span.Start) * Timescale));

    /// <summary>Null when it has nothing in the span.</summary>
    /// <exception cref="Mp4Exception">The segments are not what was published.</exception>
    /// <exception cref="Domain.Storage.BlobChangedException">They are gone.</exception>
    public static async Task<StaticTrack?> ReadAsync(PresentedTrack presented, StaticSpan? span, SegmentReader reader, CancellationToken ct)
    {
        var segments = span is null ? presented.Segments : [.. presented.Segments.Where(segment => span.Meets(segment, presented.Timescale))];
        if (segments.Count == 0) return null;
        var (source, defaults) = await reader.ReadInitAsync(segments[0].InitName, ct);
        if (presented is PresentedAudio sound) source = source with { Language = sound.Language };
        var track = new StaticTrack(source, span) { _firstTime = segments[0].Start };
        foreach (var batch in segments.Chunk(Parallel))
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
        // Pictures are shown later than they are decoded; what the first is late by is taken off again by an edit, and so is what
        // comes before a clip in its first segment, which decoding needs.
        if (reorders) table.Add(new CompositionOffsetBox([.. _offsets.Select(entry => entry with { Offset = entry.Offset - _least })]));
        if (_sync.Count < _sizes.Count) table.Add(new SyncSampleBox(_sync));
        table.AddRange([new SampleToChunkBox(Runs()), SampleSizeBox.Of(_sizes), new ChunkOffsetBox(far ? ChunkOffsetBox.Long : ChunkOffsetBox.Short, places)]);
        List<Box> children =
        [
            new TrackHeaderBox(enabled ? 3u : 2u, default, id, length, 0, (short)(isVideo ? 0 : 1), (short)(isVideo ? 0 : 0x100), TransformMatrix.Identity,
                (uint)width << 16, (uint)height << 16),
        ];
        if (reorders || _span is not null) children.Add(new ContainerBox("edts", [new EditListBox([new EditListEntry(length, Skipped - _least, 0x10000)])]));
        children.Add(new ContainerBox("mdia",
        [
            new MediaHeaderBox(default, Timescale, (ulong)Duration, TrackLanguage.Packed(_source.Language)),
            .. TrackLanguage.Extended(_source.Language),
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
    public ulong InMovie(uint movieTimescale) => (ulong)((((Int128)Shown * movieTimescale) + Timescale - 1) / Timescale);

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
        _chunks.Add(new StaticChunk(table.Name, table.DataOffset, table.DataBytes, (double)(_firstTime + Duration) / Timescale, (uint)table.Samples.Count));
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
