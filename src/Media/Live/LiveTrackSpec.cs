namespace StreamPlatform.Media.Live;

/// <summary>One track of what the encoder process writes, in the order in which it writes them.</summary>
/// <param name="Name">Folder of its playlist: lower-case letters, digits, hyphens.</param>
/// <param name="IsVideo">Pictures; otherwise sound.</param>
/// <param name="PeakBitrate">Bits a second that it never exceeds for longer than a segment.</param>
public sealed record LiveTrackSpec(string Name, bool IsVideo, long PeakBitrate);
