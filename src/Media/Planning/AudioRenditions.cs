using System.Globalization;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Planning;

/// <summary>
/// AAC for every track of the source. Stereo at two rates: 128 kbit/s, where the encoder leaves nothing to be heard missing,
/// and 64 for viewers whose picture is down to 240p, for whom 128 would be a fifth of all they get. Mono stays mono: at 64
/// kbit/s it has what stereo has at 128, and there is nothing to gain below. Sources with 5.1 or more keep a 5.1 rendition
/// beside the downmix, 7.1 folded into it, as players choose between channel counts and not all can do more.
/// </summary>
internal static class AudioRenditions
{
    private const int SampleRate = 48_000;
    private const int SurroundChannels = 6;

    /// <summary>The rendition to be made first is the first of its track.</summary>
    public static IReadOnlyList<AudioRendition> For(IReadOnlyList<AudioTrack> tracks)
    {
        var labels = new Labels();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var main = tracks.OrderBy(track => track.Role != AudioRole.Main).ThenBy(track => !track.IsDefault).FirstOrDefault();
        return [.. tracks.SelectMany(track =>
        {
            var label = labels.Name(track.Title, track.Language, Aside(track.Role), "Audio");
            var number = counts[track.Language] = counts.GetValueOrDefault(track.Language) + 1;
            return Shapes(track).Select(shape => new AudioRendition(Name(track, shape, number), "aac", track.StreamIndex, shape.Channels, SampleRate, shape.Bitrate, track.Language)
            {
                Label = label,
                Role = track.Role,
                IsDefault = track == main,
            });
        })];
    }

    private static (int Channels, int Bitrate)[] Shapes(AudioTrack track) => track.Channels switch
    {
        1 => [(1, 64_000)],
        >= SurroundChannels => [(2, 128_000), (2, 64_000), (SurroundChannels, 384_000)],
        _ => [(2, 128_000), (2, 64_000)],
    };

    /// <summary><c>en-128k</c>, <c>en-384k-51</c>; of a second track of the language <c>en-128k-2</c>.</summary>
    private static string Name(AudioTrack track, (int Channels, int Bitrate) shape, int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"{track.Language}-{shape.Bitrate / 1000}k{(shape.Channels == SurroundChannels ? "-51" : "")}{(number == 1 ? "" : $"-{number}")}");

    private static string? Aside(AudioRole role) => role switch
    {
        AudioRole.Commentary => "commentary",
        AudioRole.Description => "described",
        _ => null,
    };
}
