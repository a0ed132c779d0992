using System.Globalization;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Planning;

/// <summary>Stereo AAC, one rendition a track of the source.</summary>
internal static class AudioRenditions
{
    private const int Bitrate = 128_000;
    private const int SampleRate = 48_000;

    public static IReadOnlyList<AudioRendition> For(IReadOnlyList<AudioTrack> tracks)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. tracks.Select(track => new AudioRendition(Name(track, names), "aac", track.StreamIndex, 2, SampleRate, Bitrate, track.Language))];
    }

    /// <summary><c>en-128k</c>; a second track of the language is <c>en-128k-2</c>.</summary>
    private static string Name(AudioTrack track, Dictionary<string, int> names)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{track.Language}-{Bitrate / 1000}k");
        var count = names[name] = names.GetValueOrDefault(name) + 1;
        return count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{count}");
    }
}
