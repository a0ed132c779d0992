namespace StreamPlatform.Domain.Playback;

/// <summary>One segment: its blob, the init segment it needs, and its place on the track's timeline (ticks).</summary>
public sealed record PresentedSegment(string Name, string InitName, long Start, long Duration, int Bytes);
