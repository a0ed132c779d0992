namespace StreamPlatform.Domain.Processing.Watermarks;

/// <summary>Looks into an image that somebody sent: is it what it says, and does it decode.</summary>
public interface IWatermarkReader
{
    /// <returns>Its size, or <c>watermark.unreadable</c> or <c>watermark.too_large</c>.</returns>
    Result<WatermarkSize> Read(byte[] png);
}

/// <summary>Of an image, pixels.</summary>
public sealed record WatermarkSize(int Width, int Height);
