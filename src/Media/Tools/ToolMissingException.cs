namespace StreamPlatform.Media.Tools;

/// <summary>A tool can't be run at all: nothing is wrong with the file it was to read.</summary>
public sealed class ToolMissingException(string program)
    : Exception($"{program} can't be run: install it, or set Transcode__FfmpegPath and Transcode__FfprobePath to where it is.");
