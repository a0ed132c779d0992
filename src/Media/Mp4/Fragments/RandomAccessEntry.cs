namespace StreamPlatform.Media.Mp4;

/// <summary>A sync sample (ISO/IEC 14496-12, 8.8.10): its time in ticks of the track, and the moof, traf, trun and sample it is in, all but the offset counted from 1.</summary>
public readonly record struct RandomAccessEntry(ulong Time, ulong MoofOffset, uint Traf, uint Trun, uint Sample);
