namespace StreamPlatform.Domain.Processing.Profiles;

/// <summary>How much work an asset is worth: codecs and presets, as data.</summary>
/// <param name="Name">What creators choose it by.</param>
/// <param name="Description">A sentence for them.</param>
/// <param name="Video">Codecs, H.264 first since everything plays it; none for sound alone.</param>
/// <param name="PerTitle">Measure the title and choose each rung's quality by it, instead of one for all.</param>
/// <param name="Hdr">Keep the dynamic range of HDR sources in the rungs of codecs other than H.264, which stays standard.</param>
public sealed record EncodingProfile(string Name, string Description, IReadOnlyList<ProfileCodec> Video, bool PerTitle, bool Hdr);
