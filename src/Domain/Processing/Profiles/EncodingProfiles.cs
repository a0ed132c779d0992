namespace StreamPlatform.Domain.Processing.Profiles;

/// <summary>The profiles creators can choose from.</summary>
public static class EncodingProfiles
{
    private static readonly ProfileCodec FastH264 = new("h264", "veryfast", 23);
    private static readonly ProfileCodec MediumH264 = new("h264", "medium", 23);

    public static EncodingProfile Fast { get; } = new(
        "fast", "H.264 at little processor time: ready soonest, cheapest to make.", [FastH264], PerTitle: true, Hdr: false);

    public static EncodingProfile Balanced { get; } = new(
        "balanced", "H.264 with more care: about a fifth fewer bits for twice the processor time.", [MediumH264], PerTitle: true, Hdr: false);

    public static EncodingProfile Premium { get; } = new(
        "premium",
        "H.264 for every player, HEVC and AV1 beside it for those that can, HDR kept: several times the processor time.",
        [MediumH264, new("hevc", "medium", 26, 0.6, 480), new("av1", "8", 35, 0.5, 360)],
        PerTitle: true,
        Hdr: true);

    public static EncodingProfile Audio { get; } = new(
        "audio", "Sound alone, also of a video.", [], PerTitle: false, Hdr: false);

    public static IReadOnlyList<EncodingProfile> All { get; } = [Fast, Balanced, Premium, Audio];

    /// <summary>Null when there is none of this name.</summary>
    public static EncodingProfile? Find(string name) => All.FirstOrDefault(profile => profile.Name == name);
}
