using System.Buffers.Binary;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Processing.Watermarks;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Media.Watermarking;

/// <summary>
/// Takes PNG (ISO/IEC 15948) that ffmpeg decodes, animations not. Its header is looked at first, so that no picture is
/// decoded that is larger than it may be.
/// </summary>
public sealed class PngReader(MediaOptions media, Scratch scratch, TimeProvider time) : IWatermarkReader
{
    private const int HeaderBytes = 33;

    private static readonly byte[] Start = [0x89, .. "PNG\r\n\x1A\n"u8, 0, 0, 0, 13, .. "IHDR"u8];
    private static readonly ToolLimits Limits = new(TimeSpan.FromSeconds(20), 10, 1L << 30);

    private readonly Tool _ffmpeg = new(media.FfmpegPath, time);

    public async Task<Result<WatermarkSize>> ReadAsync(byte[] png, CancellationToken ct)
    {
        if (png.Length < HeaderBytes || !png.AsSpan().StartsWith(Start) || png.AsSpan().IndexOf("acTL"u8) >= 0)
            return WatermarkErrors.Unreadable;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        if (width is <= 0 || height is <= 0)
            return WatermarkErrors.Unreadable;
        if (width > WatermarkErrors.MaxSide || height > WatermarkErrors.MaxSide)
            return WatermarkErrors.TooLarge;
        return await DecodesAsync(png, ct) ? new WatermarkSize(width, height) : WatermarkErrors.Unreadable;
    }

    private async Task<bool> DecodesAsync(byte[] png, CancellationToken ct)
    {
        var file = scratch.NewPath(".png");
        try
        {
            await File.WriteAllBytesAsync(file, png, ct);
            var pixels = 0L;
            var exit = await _ffmpeg.RunAsync(
                $"-nostdin -v error -xerror -err_detect explode -protocol_whitelist file,pipe -f png_pipe -i {file} -frames:v 1 -pix_fmt rgba -f rawvideo pipe:1", Limits, CountAsync, ct);
            return exit.Succeeded && pixels > 0 && exit.LastLines.Count == 0;

            async Task CountAsync(Stream output, CancellationToken stop)
            {
                var buffer = new byte[65536];
                int count;
                while ((count = await output.ReadAsync(buffer, stop)) > 0)
                    pixels += count;
            }
        }
        finally
        {
            File.Delete(file);
        }
    }
}
