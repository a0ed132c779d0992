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

    public static EncodingProfile Audio { get; } = new(
        "audio", "Sound alone, also of a video.", [], PerTitle: false, Hdr: false);

    public static IReadOnlyList<EncodingProfile> All { get; } = [Fast, Balanced, Audio];

    /// <summary>Null when there is none of this name.</summary>
    public static EncodingProfile? Find(string name) => All.FirstOrDefault(profile => profile.Name == name);
}
