using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing.Watermarks;

/// <summary>
/// Where owners' registered images lie: <c>{ownerId}/{sha256}.png</c>. A name always gives the same bytes, so that a plan that
/// names one decides what is made.
/// </summary>
public static class WatermarkImages
{
    public static BlobPath PathOf(string ownerId, string image) => new(Containers.Images, $"{ownerId}/{image}.png");

    /// <summary>Where the chosen image lies; null when none is chosen.</summary>
    /// <returns><c>watermark.missing</c> when it isn't there.</returns>
    public static async Task<Result<BlobPath?>> FindWatermarkAsync(this IBlobStore blobs, string ownerId, WatermarkChoice? choice, CancellationToken ct)
    {
        if (choice is null)
        {
            return default(Result<BlobPath?>);
        }

        var path = PathOf(ownerId, choice.Image);
        return WatermarkChoice.IsName(choice.Image) && await blobs.FindAsync(path, ct) is not null ? path : WatermarkErrors.Missing;
    }
}
