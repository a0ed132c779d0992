using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Processing.Probing;
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
    IBlobStore blobs, Scratch scratch, MediaOptions media, ProbeOptions options, TimeProvider time, ILogger logger) : IMediaProber
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
        if (copy.TellsEnds)
        {
            await copy.EnsureEndsAsync(ct);
            if (await LookAsync(copy.File, source.Bytes, keepDamaged, copy.TellsPackets, copy.ClaimedSeconds, (seconds, stop) => copy.EnsureVideoAsync(0, seconds, stop), ct) is { Doubtful: false } good)
                return good.Result;
        }

        await copy.EnsureWholeAsync(ct);
        return await ProbeFileAsync(copy.File, source.Bytes, keepDamaged, ct);
    }

    /// <summary>Probes a local file.</summary>
    internal async Task<Result<SourceInfo>> ProbeFileAsync(string file, long bytes, bool keepDamaged, CancellationToken ct) =>
        (await LookAsync(file, bytes, keepDamaged, countable: true, double.NaN, (_, _) => Task.CompletedTask, ct))!.Result;

    /// <summary>Null when both ends don't tell, and no more than they can be read.</summary>
    /// <param name="countable">Every packet can be counted.</param>
    /// <param name="claimedSeconds">How long the container says it is, if that is known before: both ends are then looked at side by side.</param>
    /// <param name="needPicturesAsync">Called before pictures of so many seconds are looked at.</param>
    private async Task<Verdict?> LookAsync(string file, long bytes, bool keepDamaged, bool countable, double claimedSeconds, Func<double, CancellationToken, Task> needPicturesAsync, CancellationToken ct)
    {
        var check = new DecodeCheck(_ffmpeg, Limits);
        var looking = ScanAsync(file, countable, claimedSeconds, ct);
        var checking = check.RunAsync(file, ScannedAsync(), ct);
        var (scan, exit) = await looking;
        await checking;
        if (!scan.TellsAll)
            return null;

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
            await needPicturesAsync(TrackChoice.SaysInterlaced(main) ? FieldCheck.Seconds : 1, ct);
            return await new FieldCheck(_ffprobe, _ffmpeg, Limits).LookAsync(file, main.Index, TrackChoice.SaysInterlaced(main), scan.RateOf(main), ct);
        }
    }

    /// <summary>
    /// Short sources are counted whole. Of long ones with sample tables, or with cues and a rate that is the same at both
    /// ends, these ends are read, so that a look takes as long for an hour as for a minute; of others every packet is counted.
    /// </summary>
    private async Task<(Scan Scan, ToolExit Exit)> ScanAsync(string file, bool countable, double claimedSeconds, CancellationToken ct)
    {
        var early = claimedSeconds > Scan.WindowSeconds + Scan.TailSeconds ? TailAsync(claimedSeconds) : null;
        var start = await ScanAsync(file, new Scan(), FormattableString.Invariant($"%+{Scan.WindowSeconds}"), ct);
        var tail = early is null ? null : await early;
        if (start.Scan.TellsAll)
            return start;
        if (start.Scan is { Packets: > 0, HasIndex: true } && start.Scan.EndsAsClaimed(tail ?? await TailAsync(start.Scan.ClaimedSeconds)))
            return start;
        return countable ? await ScanAsync(file, new Scan { Whole = true }, "%", ct) : start;

        async Task<Scan> TailAsync(double end) => (await ScanAsync(file, new Scan(), FormattableString.Invariant($"{end - Scan.TailSeconds}%"), ct)).Scan;
    }

    private async Task<(Scan Scan, ToolExit Exit)> ScanAsync(string file, Scan scan, string interval, CancellationToken ct) => (
        scan,
        await _ffprobe.RunAsync(
            $"-v error {InputGuard.Options} -show_entries {Scan.Entries} -read_intervals {interval} -of compact -i \"{file}\"", Limits, scan.ReadAsync, ct));
}
