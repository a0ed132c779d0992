using Microsoft.Extensions.Logging;
using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Packaging.Cutting;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Media.Live;

/// <summary>Runs ffmpeg for one broadcast: what the encoder sends goes in, parts for viewers come out.</summary>
public sealed class LiveEncoder(MediaOptions media, TimeProvider time, ILogger<LiveEncoder> logger)
{
    /// <summary>Longest broadcast. Who goes on longer connects again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Every core of a large machine for so long.</summary>
    private static readonly ToolLimits Limits = new(Longest, (long)Longest.TotalSeconds * 32, 4L << 30);

    private readonly Tool _ffmpeg = new(media.FfmpegPath, time);

    /// <summary>A presentation for a source, to be filled by <see cref="RunAsync"/>.</summary>
    public static LivePresentation Present(LiveSource source, LiveLadder ladder, int mostFrames, DateTimeOffset startsAt)
    {
        var grid = LiveGrid.For(source.FramesASecond, mostFrames);
        return new LivePresentation(grid, LiveLadder.Tracks(ladder.For(source, grid), source), startsAt);
    }

    /// <summary>Encodes until <paramref name="write"/> has written all; every track of the presentation has ended then.</summary>
    /// <param name="write">Writes the FLV to the stream that it is given.</param>
    /// <returns>False when the encoder failed: what it was given can't be decoded, or its time was up.</returns>
    /// <exception cref="ToolMissingException">There is no ffmpeg.</exception>
    public async Task<bool> RunAsync(LiveSource source, LiveLadder ladder, LivePresentation presentation, Func<Stream, CancellationToken, Task> write, CancellationToken ct)
    {
        Exception? defect = null;
        var arguments = LiveCommand.For(presentation.Grid, ladder.For(source, presentation.Grid), source);
        var exit = await _ffmpeg.RunAsync(
            arguments,
            Limits,
            async (output, stop) =>
            {
                try
                {
                    await new LiveCutter(presentation).CutAsync(output, stop);
                }
                catch (Exception e) when (e is Mp4Exception or SegmentDefectException)
                {
                    defect = e;
                }
            },
            ct,
            write);
        if (exit.Succeeded && defect is null)
            return true;
        Logs.EncoderFailed(logger, exit.Code, exit.TimedOut, defect?.Message, exit.Tail);
        return false;
    }
}
