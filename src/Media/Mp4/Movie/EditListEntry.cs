namespace StreamPlatform.Media.Mp4;

/// <summary>One edit (ISO/IEC 14496-12, 8.6.6).</summary>
/// <param name="Duration">In the movie's timescale.</param>
/// <param name="MediaTime">In the track's timescale; −1 for an empty edit.</param>
/// <param name="Rate">16.16 fixed point.</param>
public readonly record struct EditListEntry(ulong Duration, long MediaTime, int Rate);
