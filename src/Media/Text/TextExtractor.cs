using StreamPlatform.Domain;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Sources;
using StreamPlatform.Media.Tools;
using StreamPlatform.Media.Transcoding;

namespace StreamPlatform.Media.Text;

/// <summary>Takes the text tracks of a source out as WebVTT.</summary>
public sealed class TextExtractor(MediaOptions media, TimeProvider time)
{
    private readonly Tool _ffmpeg = new(media.FfmpegPath, time);

    /// <summary>Each track that has a cue, or can't be read: the others are kept.</summary>
    /// <exception cref="EncodeException">ffmpeg failed.</exception>
    /// <exception cref="ToolKilledException">Somebody killed ffmpeg.</exception>
    public async IAsyncEnumerable<(string Name, Result<WebVttDocument> Document)> TakeAsync(
        TranscodePlan plan, WorkItemSpec item, SourceCopy source, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var text in (plan.Text ?? []).Where(text => item.Renditions.Contains(text.Name)))
        {
            if (text.IsInPictures)
                await source.EnsureVideoAsync(0, plan.Info.InOriginal(plan.Info.DurationSeconds), ct);
            else
                await source.EnsureEndsAsync(ct);
            var read = await ReadAsync(plan, item, text, source.File, ct);
            if (!read.Succeeded || read.Value.Cues.Count > 0)
                yield return (text.Name, read);
        }
    }

    private async Task<Result<WebVttDocument>> ReadAsync(TranscodePlan plan, WorkItemSpec item, TextRendition text, string file, CancellationToken ct)
    {
        var output = new MemoryStream();
        var exit = await _ffmpeg.RunAsync(TextCommand.For(text, file), ItemLimits.For(plan, item), (stream, stop) => CopyAsync(stream, output, stop), ct);
        if (!exit.Succeeded && output.Length == 0)
            throw EncodeException.Of(exit);
        try
        {
            return output.Length == 0 ? new WebVttDocument([]) : Within(TextFile.Read(output.GetBuffer().AsSpan(0, (int)output.Length)), plan.Info);
        }
        catch (TextFileException e)
        {
            return new Error(
                "source.subtitles_unreadable", 422, $"The subtitle track {text.Label} can't be read ({e.Message}) and was left out. Upload these subtitles as WebVTT or SRT.");
        }
    }

    /// <summary>Nothing is said before the part that is used, nor after its end.</summary>
    private static WebVttDocument Within(WebVttDocument document, SourceInfo info)
    {
        var (before, end) = ((long)Math.Round(info.InOriginal(0) * 1000), (long)Math.Ceiling(info.DurationSeconds * 1000));
        return new WebVttDocument(
        [
            .. document.Cues
                .Select(cue => cue with { StartMilliseconds = Math.Max(0, cue.StartMilliseconds - before), EndMilliseconds = Math.Min(end, cue.EndMilliseconds - before) })
                .Where(cue => cue.StartMilliseconds < end && (before == 0 || cue.EndMilliseconds > 0)),
        ]);
    }

    private static async Task CopyAsync(Stream from, MemoryStream to, CancellationToken ct)
    {
        var buffer = new byte[65536];
        int count;
        // One byte too many is what the reader refuses.
        while ((count = await from.ReadAsync(buffer, ct)) > 0 && to.Length <= WebVttLimits.MostBytes)
            to.Write(buffer, 0, count);
    }
}
