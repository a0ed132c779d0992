using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Tools;
using StreamPlatform.Media.Transcoding;

namespace StreamPlatform.Media.Text;

/// <summary>
/// One track as text. WebVTT is copied as it is; all else comes as SubRip, of which ffmpeg writes more than of WebVTT (bold,
/// italic, position), and becomes WebVTT here, where what looks like a tag and is none is escaped.
/// </summary>
internal static class TextCommand
{
    private const string SubRip = "-c:s srt -f srt";

    public static string For(TextRendition text, string file) => text.IsInPictures
        ? $"-nostdin -v error -f lavfi -i \"{Captions(file)}\" -map 0:s:0 {SubRip} pipe:1"
        : FfmpegCommand.Build(file, [], [$"-map 0:{text.SourceStreamIndex} {(text.Codec == "webvtt" ? "-c:s copy -f webvtt" : SubRip)}"]);

    /// <summary>
    /// The decoder hands captions out beside the pictures. The guard of inputs goes into the filter, which opens the file
    /// itself; each of its separators is escaped for the graph, colons for the filter's own options too.
    /// </summary>
    private static string Captions(string file) =>
        $"movie=filename='{file}':format_opts=format_whitelist={string.Join("\\,", InputGuard.Containers)}\\\\:protocol_whitelist=file\\,pipe[out0+subcc]";
}
