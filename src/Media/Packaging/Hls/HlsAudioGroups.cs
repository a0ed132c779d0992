using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Packaging.Hls;

/// <summary>
/// Which sound goes with which picture. A player can't mix freely: a variant names a group, and each group holds every
/// track once, so that a viewer's language is in all of them. There is one for most rungs, one of the low rate for the
/// small ones, and one with 5.1 where there is any, offered beside the first for rungs that a big screen would choose:
/// two or three groups however many tracks there are, and no rung listed more than twice.
/// </summary>
internal sealed class HlsAudioGroups
{
    private const string Usual = "audio";
    private const string Low = "audio-low";
    private const string Surround = "audio-surround";

    private const int LowShortSide = 360;
    private const int SurroundShortSide = 720;

    private readonly List<HlsAudioGroup> _groups = [];

    public HlsAudioGroups(Presentation presentation)
    {
        // Renditions of one track, the best stereo first, as the plan has them.
        var tracks = presentation.Audio.GroupBy(track => (track.Language, track.Role, track.Label ?? track.Name)).Select(group => group.ToList()).ToList();
        if (tracks.Count == 0)
            return;
        Add(Usual, tracks.Select(track => track.Find(IsStereo) ?? track[0]));
        Add(Low, tracks.Select(track => track.FindLast(IsStereo) ?? track[0]));
        if (presentation.Audio.Any(track => !IsStereo(track)))
            Add(Surround, tracks.Select(track => track.Find(rendition => !IsStereo(rendition)) ?? track[0]));

        void Add(string id, IEnumerable<PresentedAudio> renditions)
        {
            var group = new HlsAudioGroup(id, [.. renditions]);
            if (!_groups.Exists(other => other.Tracks.SequenceEqual(group.Tracks)))
                _groups.Add(group);
        }
    }

    public IReadOnlyList<HlsAudioGroup> All => _groups;

    /// <summary>The groups a rung is offered with. The best rung of a small video has the best sound.</summary>
    public IReadOnlyList<HlsAudioGroup> For(PresentedVideo rung, bool isBest)
    {
        var side = Math.Min(rung.Width, rung.Height);
        var low = side <= LowShortSide && !isBest ? _groups.Find(group => group.Id == Low) : null;
        var usual = low ?? (_groups.Count > 0 ? _groups[0] : null);
        var surround = side >= SurroundShortSide || isBest ? _groups.Find(group => group.Id == Surround) : null;
        return [.. new[] { usual, surround }.OfType<HlsAudioGroup>()];
    }

    /// <summary>True for the track that plays when nobody chose; the first one where no track says so.</summary>
    public static bool IsDefault(HlsAudioGroup group, PresentedAudio track) =>
        track == (group.Tracks.FirstOrDefault(candidate => candidate.IsDefault) ?? group.Tracks[0]);

    public static string? Characteristics(AudioRole role) => role == AudioRole.Description ? "public.accessibility.describes-video" : null;

    private static bool IsStereo(PresentedAudio track) => track.Channels <= 2;
}

/// <summary>One rendition of each track.</summary>
internal sealed record HlsAudioGroup(string Id, IReadOnlyList<PresentedAudio> Tracks)
{
    public long PeakBitrate => Tracks.Max(track => track.PeakBitrate);

    public long AverageBitrate => Tracks.Max(track => track.AverageBitrate);

    public IEnumerable<string> Codecs => Tracks.Select(track => track.Codecs);
}
