using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Packaging.Hls;

/// <summary>Lists a presentation's tracks as variants and renditions (RFC 8216bis, 4.4.6).</summary>
internal sealed class HlsMultivariantBuilder(Presentation presentation, Func<string, string> playlistUri)
{
    private const string TextGroup = "text";

    private readonly HlsAudioGroups _audio = new(presentation);

    /// <summary>A single track without video is its own variants and needs no groups.</summary>
    private bool IsGrouped => presentation.Video.Count > 0 || _audio.All.Any(group => group.Tracks.Count > 1);

    private string? SubtitleGroup => presentation.Text.Count > 0 ? TextGroup : null;

    public IEnumerable<HlsRendition> Renditions() => (IsGrouped ? _audio.All.SelectMany(Sound) : []).Concat(presentation.Text.Select(Text));

    public IEnumerable<HlsVariant> Variants() =>
        presentation.Video.Count > 0 ? presentation.Video.SelectMany(Pictures)
        : IsGrouped ? _audio.All.Select(group => Alone(group, group.Tracks.First(track => HlsAudioGroups.IsDefault(group, track)), group.Id))
        : _audio.All.Select(group => Alone(group, group.Tracks[0], null));

    private IEnumerable<HlsRendition> Sound(HlsAudioGroup group) => group.Tracks.Select(track => new HlsRendition(
        "AUDIO", group.Id, track.Label ?? track.Name, LanguageOf(track.Language), HlsAudioGroups.IsDefault(group, track), HlsNumber.Write(track.Channels), playlistUri(track.Name))
    {
        // Who wants people talking over the programme asks for them; DEFAULT must be selectable, though.
        AutoSelect = track.Role != AudioRole.Commentary || HlsAudioGroups.IsDefault(group, track),
        Characteristics = HlsAudioGroups.Characteristics(track.Role),
    });

    private HlsRendition Text(PresentedText track) => new("SUBTITLES", TextGroup, track.Label, LanguageOf(track.Language), false, null, playlistUri(track.Name))
    {
        Forced = track.Kind == TextKind.Forced,
        Characteristics = track.Kind switch
        {
            TextKind.Captions => "public.accessibility.transcribes-spoken-dialog,public.accessibility.describes-music-and-sound",
            TextKind.Descriptions => "public.accessibility.describes-video",
            _ => null,
        },
    };

    /// <summary>
    /// All variants of a rung say the same BANDWIDTH, an upper bound: by that hls.js knows that they are one rung with
    /// several sounds, and doesn't offer it twice.
    /// </summary>
    private IEnumerable<HlsVariant> Pictures(PresentedVideo track)
    {
        var groups = _audio.For(track, track == presentation.Video[0]);
        var peak = track.PeakBitrate + groups.Select(group => group.PeakBitrate).DefaultIfEmpty().Max();
        return groups.DefaultIfEmpty().Select(group => new HlsVariant(
            playlistUri(track.Name), peak, track.AverageBitrate + (group?.AverageBitrate ?? 0), Codecs([track.Codecs, .. group?.Codecs ?? []]),
            track.Width, track.Height, decimal.Round((decimal)track.FrameRate.Numerator / track.FrameRate.Denominator, 3), group?.Id)
        {
            SubtitleGroup = SubtitleGroup,
        });
    }

    private HlsVariant Alone(HlsAudioGroup group, PresentedAudio track, string? groupId) => new(
        playlistUri(track.Name), group.PeakBitrate, group.AverageBitrate, Codecs(group.Codecs), null, null, null, groupId)
    {
        SubtitleGroup = SubtitleGroup,
    };

    private static string? LanguageOf(string language) => language == LanguageTag.Undetermined ? null : language;

    private static string Codecs(IEnumerable<string> codecs) => string.Join(',', codecs.Distinct());
}
