using Microsoft.Extensions.Logging;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Media.Sources;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Media.Probing;

/// <summary>
/// Copies what is needed of the original to scratch, pinned to its ETag, and looks into it with ffprobe (streams, and
/// packets counted rather than durations believed) and ffmpeg (does the first frame decode) side by side, both under limits.
/// An original whose tables tell its packets is judged good by them and its opening; bad news are told of whole files only.
/// </summary>
public sealed class FfprobeMediaProber(
    IBlobStore blobs, Scratch scratch, MediaOptions media, ProbeOptions options, TimeProvider time, ILogger<FfprobeMediaProber> logger) : IMediaProber
{
    /// <summary>What ffmpeg says of all streams and of one picture.</summary>
    private const int CheckLines = 200;

    private const long AddressSpace = 4L << 30;

    private readonly Tool _ffprobe = new(media.FfprobePath, time);
    private readonly Tool _ffmpeg = new(media.FfmpegPath, time);

    private ToolLimits Limits => new(TimeSpan.FromSeconds(options.ProbeSeconds), (long)options.ProbeSeconds, AddressSpace);

    public async Task<Result<SourceInfo>> ProbeAsync(SourceFile source, EncodingChoice choice, CancellationToken ct)
    {
        if (source.Bytes == 0)
            return SourceErrors.Empty;
        if (source.Bytes > options.MaxBytes)
            return SourceErrors.TooLarge(source.Bytes, options.MaxBytes);

        try
        {
            return await ProbeCopyAsync(source, ct);
        }
        catch (BlobChangedException)
        {
            return SourceErrors.Changed;
        }
        catch (IOException e) when (Disk.IsFull(e))
        {
            Logs.DiskFull(logger, source.Bytes);
            return SourceErrors.DiskFull;
        }
    }

    private async Task<Result<SourceInfo>> ProbeCopyAsync(SourceFile source, CancellationToken ct)
    {
        using var copy = await SourceCopy.OpenAsync(blobs, source, scratch, time, ct);
        if (copy.TellsPackets)
        {
            await copy.EnsureEndsAsync(ct);
            if (await ProbeFileAsync(copy.File, source.Bytes, ct) is { Succeeded: true, Value.Warnings.Count: 0 } good)
                return good;
        }

        await copy.EnsureWholeAsync(ct);
        return await ProbeFileAsync(copy.File, source.Bytes, ct);
    }

    /// <summary>Probes a local file.</summary>
    internal async Task<Result<SourceInfo>> ProbeFileAsync(string file, long bytes, CancellationToken ct)
    {
        var check = new DecodeCheck();
        var checking = _ffmpeg.RunAsync(DecodeCheck.Arguments(file), Limits with { LinesKept = CheckLines }, check.ReadAsync, ct);
        var (scan, exit) = await ScanAsync(file, ct);
        var checkExit = await checking;
        check.Hear(checkExit.LastLines);

        var result = new SourceJudge(options).Judge(scan, exit, check, bytes);
        if (result.Error is { } error)
            Logs.SourceRefused(logger, error.Code, exit.Tail, checkExit.Tail);
        return result;
    }

    /// <summary>
    /// Short sources are counted whole. Of long ones with sample tables the two ends are read, so that a look takes as
    /// long for an hour as for a minute; of others every packet is counted.
    /// </summary>
    private async Task<(Scan Scan, ToolExit Exit)> ScanAsync(string file, CancellationToken ct)
    {
        var start = await ScanAsync(file, new Scan(), FormattableString.Invariant($"%+{Scan.WindowSeconds}"), ct);
        if (start.Scan.FitsWindow || start.Scan.Packets == 0)
            return start;
        if (start.Scan.HasTables)
        {
            var tail = await ScanAsync(file, new Scan(), FormattableString.Invariant($"{start.Scan.ClaimedSeconds - Scan.TailSeconds}%"), ct);
            if (start.Scan.EndsAsClaimed(tail.Scan))
                return start;
        }

        return await ScanAsync(file, new Scan { Whole = true }, "%", ct);
    }

    private async Task<(Scan Scan, ToolExit Exit)> ScanAsync(string file, Scan scan, string interval, CancellationToken ct) => (
        scan,
        await _ffprobe.RunAsync(
            $"-v error {InputGuard.Options} -show_entries {Scan.Entries} -read_intervals {interval} -of compact -i \"{file}\"", Limits, scan.ReadAsync, ct));
}
