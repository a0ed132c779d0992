using System.Runtime.CompilerServices;
using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>Reads a fragmented MP4 front to back: its tracks, then sample after sample as their data comes.</summary>
internal sealed class FragmentReader(Stream stream)
{
    private readonly BoxStreamReader _boxes = new(stream);
    private FragmentSamples? _fragments;

    /// <summary>The tracks of the moov.</summary>
    /// <exception cref="Mp4Exception">There is none, or it is broken.</exception>
    public async Task<IReadOnlyList<SourceTrack>> ReadTracksAsync(CancellationToken ct)
    {
        while (await _boxes.NextAsync(ct) is { } header)
        {
            if (header.Type == "moov")
            {
                var moov = (ContainerBox)await _boxes.ReadBodyAsync(header, ct);
                _fragments = new FragmentSamples([.. moov.Containers("mvex").SelectMany(box => box.Children.OfType<TrackExtendsBox>())]);
                return SourceTrack.ReadAll(moov);
            }

            await SkipAsync(header, ct);
        }

        throw new Mp4Exception("The stream ends without a moov.");
    }

    /// <summary>
    /// The samples in the order of their data. After each one <see cref="ReadDataAsync"/> may be called until its data is read;
    /// what is not read is passed over.
    /// </summary>
    /// <exception cref="Mp4Exception">The stream is broken or cut short.</exception>
    public async IAsyncEnumerable<SourceSample> ReadSamplesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var fragments = _fragments ?? throw new InvalidOperationException("The tracks come first.");
        List<SourceSample> pending = [];
        var next = 0;
        while (await _boxes.NextAsync(ct) is { } header)
        {
            if (header.Type == "moof")
            {
                if (next < pending.Count) throw Missing(pending.Count - next);
                var moof = (ContainerBox)await _boxes.ReadBodyAsync(header, ct);
                (pending, next) = (InOrderOfData(fragments.List(moof, header.Offset)), 0);
                continue;
            }

            if (header.Type == "mdat")
            {
                var end = header.BodyBytes is { } bytes ? _boxes.Position + bytes : long.MaxValue;
                while (next < pending.Count && pending[next] is var sample && sample.Offset <= end - sample.Size)
                {
                    next++;
                    if (sample.Offset < _boxes.Position) throw new Mp4Exception("Samples overlap, or lie before their fragment.");
                    await _boxes.SkipAsync(sample.Offset - _boxes.Position, ct);
                    yield return sample;
                    await _boxes.SkipAsync(sample.Offset + sample.Size - _boxes.Position, ct);
                }

                if (end == long.MaxValue) break;
                await _boxes.SkipAsync(end - _boxes.Position, ct);
                continue;
            }

            await SkipAsync(header, ct);
        }

        if (next < pending.Count) throw Missing(pending.Count - next);
    }

    /// <summary>The next data of the sample just given.</summary>
    public ValueTask ReadDataAsync(Memory<byte> buffer, CancellationToken ct) => _boxes.ReadExactlyAsync(buffer, ct);

    private ValueTask SkipAsync(BoxHeader header, CancellationToken ct) =>
        header.BodyBytes is { } bytes
            ? _boxes.SkipAsync(bytes, ct)
            : throw new Mp4Exception($"{header.Type} reaches to the end of the stream.");

    /// <summary>Some writers interleave runs; a pipe can only be read forwards. Sorted where they are: there may be many.</summary>
    private static List<SourceSample> InOrderOfData(List<SourceSample> samples)
    {
        samples.Sort((a, b) => a.Offset != b.Offset ? a.Offset.CompareTo(b.Offset) : a.DecodeTime.CompareTo(b.DecodeTime));
        return samples;
    }

    private static Mp4Exception Missing(int samples) => new($"The data of {samples} samples is missing.");
}
