using StreamPlatform.Domain;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Processing.Watermarks;

namespace StreamPlatform.Media.Watermarking;

/// <summary>
/// Takes still PNG images (ISO/IEC 15948) whose every chunk and row is as its header tells, so that they decode wherever
/// they are burned in. Nothing is kept of the pixels: memory is that of a row, whatever a header claims.
/// </summary>
public sealed class PngReader : IWatermarkReader
{
    public Result<WatermarkSize> Read(byte[] png)
    {
        if (PngChunks.Read(png) is not { } chunks || PngHeader.Read(png, chunks) is not { } header)
            return WatermarkErrors.Unreadable;
        if (header.Width > WatermarkErrors.MaxSide || header.Height > WatermarkErrors.MaxSide)
            return WatermarkErrors.TooLarge;
        return PngRows.AreWhole(header, [.. chunks.Where(chunk => chunk.Type == "IDAT").Select(chunk => png.AsMemory(chunk.Data))])
            ? new WatermarkSize(header.Width, header.Height)
            : WatermarkErrors.Unreadable;
    }
}
