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
            return await ProbeCopyAsync(source, choice.KeepDamaged, ct);
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

    private async Task<Result<SourceInfo>> ProbeCopyAsync(SourceFile source, bool keepDamaged, CancellationToken ct)
    {
        using var copy = await SourceCopy.OpenAsync(blobs, source, scratch, time, ct);
        if (copy.TellsPackets)
        {
            await copy.EnsureEndsAsync(ct);
            if (await LookAsync(copy.File, source.Bytes, keepDamaged, stop => copy.EnsureVideoAsync(0, FieldCheck.Seconds, stop), ct) is { Doubtful: false } good)
                return good.Result;
        }

        await copy.EnsureWholeAsync(ct);
        return await ProbeFileAsync(copy.File, source.Bytes, keepDamaged, ct);
    }

    /// <summary>Probes a local file.</summary>
    internal async Task<Result<SourceInfo>> ProbeFileAsync(string file, long bytes, bool keepDamaged, CancellationToken ct) =>
        (await LookAsync(file, bytes, keepDamaged, _ => Task.CompletedTask, ct)).Result;

    /// <param name="needPicturesAsync">Called before pictures beyond the first are looked at.</param>
    private async Task<Verdict> LookAsync(string file, long bytes, bool keepDamaged, Func<CancellationToken, Task> needPicturesAsync, CancellationToken ct)
    {
        var check = new DecodeCheck(_ffmpeg, Limits);
        var looking = ScanAsync(file, ct);
        var checking = check.RunAsync(file, ScannedAsync(), ct);
        var (scan, exit) = await looking;
        await checking;

        var verdict = SourceJudge.Unreadable(scan, exit) is { } unreadable
            ? Verdict.Refused(unreadable.Code is "source.not_media" or "source.truncated" ? FileKind.Explain(file, unreadable) : unreadable)
            : new SourceJudge(options, keepDamaged).Judge(scan, check, await FieldsAsync(), FileEnd.IsMissing(file, scan.Container), bytes);
        if (verdict.Result.Error is { } error)
            Logs.SourceRefused(logger, error.Code, exit.Tail, check.Tail);
        return verdict;

        async Task<Scan> ScannedAsync() => (await looking).Scan;

        async Task<FieldVerdict?> FieldsAsync()
        {
            if (SourceJudge.Main(TrackChoice.Videos(scan), check) is not { } main || !TrackChoice.MayBeInterlaced(main))
                return null;
            await needPicturesAsync(ct);
            return await new FieldCheck(_ffprobe, _ffmpeg, Limits).LookAsync(file, main.Index, scan.RateOf(main), ct);
        }
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
