namespace StreamPlatform.Domain.Processing;

/// <summary>Trick play: the rungs whose key frames are also kept by themselves.</summary>
/// <param name="Renditions">Names of video renditions.</param>
/// <param name="SegmentsPerBlob">Key frames of so many segments share a blob; counting begins anew with each chunk.</param>
public sealed record KeyFrameSpec(IReadOnlyList<string> Renditions, int SegmentsPerBlob)
{
    /// <summary>Segments a blob of this rendition's key frames covers; 0 when they are not kept.</summary>
    public int SegmentsOf(string rendition) => Renditions.Contains(rendition) ? SegmentsPerBlob : 0;
}
