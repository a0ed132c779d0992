namespace StreamPlatform.Media.Mp4;

/// <summary>A sample with parts, <paramref name="SampleDelta"/> samples after the one of the entry before.</summary>
public sealed record SubSampleEntry(uint SampleDelta, IReadOnlyList<SubSample> Parts);
