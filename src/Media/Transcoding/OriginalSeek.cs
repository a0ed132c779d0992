using System.Globalization;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Planning;

namespace StreamPlatform.Media.Transcoding;

/// <summary>Where reading an original begins for a moment of what is made: near it where the format has an index, else at its start.</summary>
internal static class OriginalSeek
{
    /// <summary>Seconds before the moment: the picture shown at it may have begun earlier, and decoders of sound need a run-up.</summary>
    private const double Margin = 0.5;

    public static bool IsPossible(SourceInfo info, double seconds) => info.InOriginal(seconds) > 0 && Chunks.CanSeek(info);

    /// <summary>Seconds from the original's start.</summary>
    public static double From(SourceInfo info, double seconds) => IsPossible(info, seconds) ? info.InOriginal(seconds) : 0;

    /// <summary>Everything is decoded from the key frame that was found; what comes before the moment is for filters to drop.</summary>
    public static string Words(SourceInfo info, double seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"-noaccurate_seek -ss {Math.Max(0, info.InOriginal(seconds) - Margin):0.######}");
}
