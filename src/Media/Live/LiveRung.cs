namespace StreamPlatform.Media.Live;

/// <summary>One size of a broadcast.</summary>
/// <param name="Side">The shorter one, by which it is called.</param>
/// <param name="Width">Pixels, even.</param>
/// <param name="Bitrate">Bits a second that it never exceeds for longer than half a second.</param>
public sealed record LiveRung(int Side, int Width, int Height, long Bitrate);
