using System.Buffers;
using Microsoft.Win32.SafeHandles;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Media.Sources;

/// <summary>
/// A local copy of an original, pinned to its ETag, that holds what was asked for. Of an MP4 or MOV file with sample tables,
/// or a Matroska or WebM file with cues, only the bytes that a use reads are fetched, into a sparse file of the original's
/// length: a job that encodes ten seconds of a 100 GB file takes megabytes. Of other files everything is fetched at the
/// first request.
/// </summary>
public sealed class SourceCopy : IDisposable
{
    private const int Parallel = 4;
    private const int PieceBytes = 4 << 20;
    private const int FirstLook = 128 << 10;

    /// <summary>Bytes that are fetched along rather than asked around: about what a request takes as long as.</summary>
    private const long Gap = 256 << 10;

    private readonly IBlobStore _blobs;
    private readonly SourceFile _source;
    private readonly Disk _disk;
    private readonly ISourceIndex? _index;
    private readonly ByteRange _movie;
    private readonly bool _isOurs;
    private List<ByteRange> _held = [];

    private SourceCopy(IBlobStore blobs, SourceFile source, string file, Disk disk, ISourceIndex? index, ByteRange movie = default) =>
        (_blobs, _source, File, _disk, _index, _movie, _isOurs) = (blobs, source, file, disk, index, movie, true);

    private SourceCopy(string file, SourceFile source) => (_blobs, _source, File, _disk, _held) = (null!, source, file, null!, [new ByteRange(0, source.Bytes)]);

    /// <summary>Path of the copy.</summary>
    public string File { get; }

    /// <summary>Bytes fetched so far.</summary>
    public long HeldBytes => _held.Sum(range => range.Length);

    /// <summary>True when <see cref="EnsureEndsAsync"/> is enough to list the packets of every track as the whole file would.</summary>
    public bool TellsPackets => _index is { TellsPackets: true };

    /// <summary>True when <see cref="EnsureEndsAsync"/> is enough to look at the first and the last packets.</summary>
    public bool TellsEnds => _index is { TellsEnds: true };

    /// <summary>How long the container says it is, if it is one whose tables are read; NaN or 0 when it doesn't tell.</summary>
    public double ClaimedSeconds => _index?.ClaimedSeconds ?? double.NaN;

    private BlobPath Blob => new(_source.Container, _source.BlobName);

    /// <summary>A file of this machine that needs no copy, and stays.</summary>
    public static SourceCopy OfFile(SourceFile source) => new(source.BlobName, source);

    /// <summary>Looks at the original's layout; nothing but its headers is fetched.</summary>
    /// <exception cref="BlobChangedException">The original was replaced or deleted.</exception>
    /// <exception cref="IOException">The disk is full, see <see cref="Disk.IsFull"/>.</exception>
    public static async Task<SourceCopy> OpenAsync(IBlobStore blobs, SourceFile source, Scratch scratch, TimeProvider time, CancellationToken ct)
    {
        var path = new BlobPath(source.Container, source.BlobName);
        var look = new byte[(int)Math.Min(FirstLook, source.Bytes)];
        var looked = await blobs.ReadRangeAsync(path, source.ETag, 0, look, ct);
        var layout = await MovieLayout.ReadAsync(ReadAsync, source.Bytes);
        var disk = new Disk(scratch.Folder, time);
        if (layout is null)
            return new SourceCopy(blobs, source, scratch.NewPath(), disk, await MatroskaIndex.ReadAsync(ReadAsync, source.Bytes));

        var moov = new byte[layout.Movie.Length];
        var index = await ReadAsync(layout.Movie.Start, moov) == moov.Length ? MovieIndex.Read(moov, source.Bytes) : null;
        var copy = new SourceCopy(blobs, source, scratch.NewPath(), disk, index, layout.Movie);
        if (index is not null)
            await copy.FetchHeadersAsync(layout, moov, ct);
        return copy;

        async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer)
        {
            var known = (int)Math.Clamp(looked - offset, 0, buffer.Length);
            look.AsMemory((int)Math.Min(offset, looked), known).CopyTo(buffer);
            return known == buffer.Length || offset + known >= source.Bytes ? known : known + await blobs.ReadRangeAsync(path, source.ETag, offset + known, buffer[known..], ct);
        }
    }

    /// <summary>What opening the file, decoding the first picture and sound, and measuring the last ones reads.</summary>
    public Task EnsureEndsAsync(CancellationToken ct) => EnsureAsync(index => index.Ending(), ct);

    /// <summary>What decoding pictures between two moments reads, seconds from the start of the source.</summary>
    public Task EnsureVideoAsync(double from, double to, CancellationToken ct) => EnsureAsync(index => index.Video(from, to), ct);

    /// <summary>What decoding sound between two moments reads, seconds from the start of the source.</summary>
    public Task EnsureAudioAsync(double from, double to, CancellationToken ct) => EnsureAsync(index => index.Audio(from, to), ct);

    /// <summary>
    /// Writes an MP4 that holds the key frames at or before these moments and nothing else, as far from each other as they
    /// are: looking at four hundred moments of a 100 GB file takes four hundred pictures' bytes. When the first one is
    /// shown, seconds from the start of the source; null when the file's tables don't tell where key frames are, so that
    /// whoever asks has to read the whole file.
    /// </summary>
    /// <param name="stream">ffmpeg's index of the video stream.</param>
    /// <param name="moments">Seconds from the start of the source.</param>
    /// <param name="path">A file that isn't there yet.</param>
    public async Task<double?> WriteKeyFramesAsync(int stream, IEnumerable<double> moments, string path, CancellationToken ct)
    {
        if (_index is not MovieIndex)
            return null;
        var movie = new byte[_movie.Length];
        using (var held = System.IO.File.OpenHandle(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
            await RandomAccess.ReadAsync(held, movie, _movie.Start, ct);
        if (KeyFrameIndex.Read(movie, stream, _source.Bytes) is not { } index || index.Find(moments) is not { Count: > 0 } frames)
            return null;
        await FetchAsync(ByteRanges.Merge(frames.Select(frame => frame.Place), Gap), ct);
        try
        {
            await KeyFrameFile.WriteAsync(index, frames, File, path, ct);
            return frames[0].Milliseconds / 1000.0;
        }
        catch (Mp4Exception)
        {
            // The track lacks what a file of its own needs; nothing has been written.
            return null;
        }
    }

    /// <summary>Every byte.</summary>
    public async Task EnsureWholeAsync(CancellationToken ct)
    {
        if (HeldBytes == _source.Bytes)
            return;
        await _disk.WaitForRoomAsync(_source.Bytes - HeldBytes, ct);
        await _blobs.DownloadAsync(Blob, _source.ETag, File, ct);
        PaddingRepair.Repair(File);
        _held = [new ByteRange(0, _source.Bytes)];
    }

    public void Dispose()
    {
        if (_isOurs)
            System.IO.File.Delete(File);
    }

    /// <summary>Who asks for a copy that can't be begun gets none that he could dispose of.</summary>
    private async Task FetchHeadersAsync(MovieLayout layout, byte[] moov, CancellationToken ct)
    {
        try
        {
            await PutAsync(layout.Movie, moov, ct);
            await FetchAsync(ByteRanges.Merge(layout.Headers, Gap), ct);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Bytes that were fetched to be looked at needn't be fetched again.</summary>
    private async Task PutAsync(ByteRange place, byte[] bytes, CancellationToken ct)
    {
        await _disk.WaitForRoomAsync(bytes.Length, ct);
        using var file = System.IO.File.OpenHandle(File, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite);
        await RandomAccess.WriteAsync(file, bytes, place.Start, ct);
        _held = [place];
    }

    private Task EnsureAsync(Func<ISourceIndex, IEnumerable<ByteRange>> needs, CancellationToken ct) => _index is null
        ? EnsureWholeAsync(ct)
        : FetchAsync(ByteRanges.Merge(_index.Opening().Concat(needs(_index)), Gap), ct);

    private async Task FetchAsync(List<ByteRange> wanted, CancellationToken ct)
    {
        var missing = ByteRanges.Except(wanted, _held);
        await _disk.WaitForRoomAsync(missing.Sum(range => range.Length), ct);
        using var file = System.IO.File.OpenHandle(File, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.SetLength(file, _source.Bytes);
        await System.Threading.Tasks.Parallel.ForEachAsync(
            ByteRanges.Pieces(missing, PieceBytes),
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = ct },
            async (piece, stop) => await FetchAsync(file, piece, stop));
        _held = ByteRanges.Merge(_held.Concat(missing));
    }

    private async Task FetchAsync(SafeFileHandle file, ByteRange piece, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)piece.Length);
        try
        {
            var bytes = buffer.AsMemory(0, (int)piece.Length);
            if (await _blobs.ReadRangeAsync(Blob, _source.ETag, piece.Start, bytes, ct) != bytes.Length)
                throw new IOException($"{Blob} ended before byte {piece.End}.");
            await RandomAccess.WriteAsync(file, bytes, piece.Start, ct);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
