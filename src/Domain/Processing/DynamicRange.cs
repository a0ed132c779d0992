namespace StreamPlatform.Domain.Processing;

/// <summary>How a picture's values stand for light.</summary>
public enum DynamicRange
{
    /// <summary>SDR: a gamma curve, white at about 100 cd/m².</summary>
    Standard,

    /// <summary>Perceptual quantizer (SMPTE ST 2084, ITU-R BT.2100): HDR10 and most of Dolby Vision.</summary>
    Pq,

    /// <summary>Hybrid log-gamma (ARIB STD-B67, ITU-R BT.2100): broadcasts, phones.</summary>
    Hlg,
}
