using System.Security.Cryptography;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing.Watermarks;

/// <summary>
/// Images that owners registered to be burned into their videos: <c>{ownerId}/{sha256}.png</c>. A name always gives the same
/// bytes, so that a plan that names one decides what is made.
/// </summary>
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

        var read = await reader.ReadAsync(png, ct);
        if (!read.Succeeded)
        {
            return read.Error!;
        }

        var image = Convert.ToHexStringLower(SHA256.HashData(png));
        if (await blobs.FindAsync(PathOf(ownerId, image), ct) is null)
        {
            if (await CountAsync(ownerId, ct) >= WatermarkErrors.MaxImages)
            {
                return WatermarkErrors.TooMany;
            }

            await blobs.CreateAsync(PathOf(ownerId, image), png, ContentType, ct);
        }

        return new RegisteredWatermark(image, read.Value.Width, read.Value.Height);
    }

    /// <summary>Forgets the image: what is made keeps it, what is still to be made with it fails. Absent is fine.</summary>
    public Task DeleteAsync(string ownerId, string image, CancellationToken ct) =>
        WatermarkChoice.IsName(image) ? blobs.DeleteAsync(PathOf(ownerId, image), ct) : Task.CompletedTask;

    /// <summary>Where the chosen image lies; null when none is chosen.</summary>
    /// <returns><c>watermark.missing</c> when it isn't there.</returns>
    public async Task<Result<BlobPath?>> FindAsync(string ownerId, WatermarkChoice? choice, CancellationToken ct)
    {
        if (choice is null)
        {
            return default(Result<BlobPath?>);
        }

        var path = PathOf(ownerId, choice.Image);
        return WatermarkChoice.IsName(choice.Image) && await blobs.FindAsync(path, ct) is not null ? path : WatermarkErrors.Missing;
    }

    private static BlobPath PathOf(string ownerId, string image) => new(Containers.Images, $"{ownerId}/{image}.png");

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
