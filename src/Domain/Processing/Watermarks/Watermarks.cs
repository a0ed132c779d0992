using System.Security.Cryptography;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing.Watermarks;

/// <summary>Images that owners register to be burned into their videos.</summary>
public sealed class Watermarks(IBlobStore blobs, IWatermarkReader reader)
{
    private const string ContentType = "image/png";

    /// <summary>Keeps the image; registering it again changes nothing.</summary>
    /// <returns>Its name, or <c>watermark.*</c>.</returns>
    public async Task<Result<RegisteredWatermark>> RegisterAsync(string ownerId, byte[] png, CancellationToken ct)
    {
        if (png.Length > WatermarkErrors.MaxBytes)
        {
            return WatermarkErrors.TooLarge;
        }

        var read = reader.Read(png);
        if (!read.Succeeded)
        {
            return read.Error!;
        }

        var image = Convert.ToHexStringLower(SHA256.HashData(png));
        if (await blobs.FindAsync(WatermarkImages.PathOf(ownerId, image), ct) is null)
        {
            if (await CountAsync(ownerId, ct) >= WatermarkErrors.MaxImages)
            {
                return WatermarkErrors.TooMany;
            }

            await blobs.CreateAsync(WatermarkImages.PathOf(ownerId, image), png, ContentType, ct);
        }

        return new RegisteredWatermark(image, read.Value.Width, read.Value.Height);
    }

    /// <summary>Forgets the image: what is made keeps it, what is still to be made with it fails. Absent is fine.</summary>
    public Task DeleteAsync(string ownerId, string image, CancellationToken ct) =>
        WatermarkChoice.IsName(image) ? blobs.DeleteAsync(WatermarkImages.PathOf(ownerId, image), ct) : Task.CompletedTask;

    private async Task<int> CountAsync(string ownerId, CancellationToken ct)
    {
        var count = 0;
        await foreach (var _ in blobs.ListAsync(Containers.Images, $"{ownerId}/", ct))
        {
            count++;
        }

        return count;
    }
}

/// <summary>An image as choices name it.</summary>
public sealed record RegisteredWatermark(string Image, int Width, int Height);
