namespace StreamPlatform.Media.Checking;

/// <summary>Something a player would stumble over.</summary>
/// <param name="Code">Stable, one of <see cref="DefectCodes"/>.</param>
/// <param name="Where">The track and segment, or the manifest.</param>
/// <param name="Message">What is wrong, with the figures.</param>
public sealed record Defect(string Code, string Where, string Message);
