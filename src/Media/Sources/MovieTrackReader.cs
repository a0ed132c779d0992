using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Sources;

/// <summary>Reads a trak box (ISO/IEC 14496-12, 8.3; QuickTime has the same) into a <see cref="MovieTrack"/>.</summary>
internal static class MovieTrackReader
{
    /// <summary>Audio object types of AAC, MPEG-4 and MPEG-2 (ISO/IEC 14496-1, table 5).</summary>
    private static readonly byte[] Aac = [0x40, 0x66, 0x67, 0x68];

    /// <summary>Null when its edits do more than shift it, or its tables are missing: then nothing is known of its bytes.</summary>
    /// <exception cref="Mp4Exception">It is broken.</exception>
    public static MovieTrack? Read(ReadOnlyMemory<byte> trak, uint movieTimescale)
    {
        var track = BoxParser.Split(trak);
        if (Find(track, "mdia") is not { } media || ShiftOf(track, out var edits) is false)
            return null;
        var inMedia = BoxParser.Split(media);
        if (Parse<MediaHeaderBox>(inMedia, "mdhd") is not { Timescale: > 0 } header
            || Parse<HandlerBox>(inMedia, "hdlr") is not { } handler
            || Find(inMedia, "minf") is not { } information
            || Find(BoxParser.Split(information), "stbl") is not { } table)
        {
            return null;
        }

        var tables = BoxParser.Split(table);
        if (Parse<TimeToSampleBox>(tables, "stts") is not { } times
            || Parse<SampleToChunkBox>(tables, "stsc") is not { } chunks
            || (Parse<ChunkOffsetBox>(tables, ChunkOffsetBox.Short) ?? Parse<ChunkOffsetBox>(tables, ChunkOffsetBox.Long)) is not { } offsets)
        {
            return null;
        }

        var shift = ((double)edits.Empty / movieTimescale) - ((double)edits.Skipped / header.Timescale);
        return new MovieTrack(
            handler.Handler, CodecOf(Find(tables, "stsd")), header.Timescale, shift, new SampleTimes(times),
            offsets.Offsets, FirstSamples(chunks, offsets.Offsets.Count), Parse<SyncSampleBox>(tables, "stss")?.Samples);
    }

    /// <summary>False for edits other than a pause before the track and a start somewhere inside it.</summary>
    private static bool ShiftOf(List<(FourCc Type, ReadOnlyMemory<byte> Body)> track, out (ulong Empty, long Skipped) edits)
    {
        edits = default;
        var list = Find(track, "edts") is { } box ? Parse<EditListBox>(BoxParser.Split(box), "elst")?.Entries ?? [] : [];
        if (list is [{ MediaTime: -1 } pause, ..])
        {
            edits.Empty = pause.Duration;
            list = [.. list.Skip(1)];
        }

        if (list is [{ MediaTime: >= 0, Rate: 0x10000 } start])
            edits.Skipped = start.MediaTime;
        return list.Count == 0 || list is [{ MediaTime: >= 0, Rate: 0x10000 }];
    }

    private static long[] FirstSamples(SampleToChunkBox box, int chunks)
    {
        var first = new long[chunks];
        long sample = 0;
        for (int chunk = 0, entry = -1; chunk < chunks; chunk++)
        {
            while (entry + 1 < box.Entries.Count && box.Entries[entry + 1].FirstChunk <= chunk + 1)
                entry++;
            first[chunk] = sample;
            sample += entry < 0 ? 0 : box.Entries[entry].SamplesPerChunk;
        }

        return first;
    }

    private static FourCc CodecOf(ReadOnlyMemory<byte>? descriptions)
    {
        const int CountBytes = 8;
        if (descriptions is not { Length: > CountBytes } body || BoxParser.Split(body[CountBytes..]) is not [var (type, entry), ..])
            return default;
        if (type != "mp4a")
            return type;

        // QuickTime puts esds inside a wave atom behind fields of its own: it is looked for by its name.
        var name = entry.Span.IndexOf("esds"u8);
        return name >= 0 && BoxParser.ReadBody("esds", entry[(name + 4)..]) is EsDescriptorBox { ObjectType: var kind } && Aac.Contains(kind) ? type : default;
    }

    private static T? Parse<T>(List<(FourCc Type, ReadOnlyMemory<byte> Body)> boxes, FourCc type)
        where T : Box => Find(boxes, type) is { } body ? BoxParser.ReadBody(type, body) as T : null;

    private static ReadOnlyMemory<byte>? Find(List<(FourCc Type, ReadOnlyMemory<byte> Body)> boxes, FourCc type)
    {
        foreach (var (found, body) in boxes)
        {
            if (found == type)
                return body;
        }

        return null;
    }
}
