using Azure.Storage.Blobs.Models;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Storage;

/// <summary>Tiers as storage names them.</summary>
internal static class BlobTiers
{
    public static AccessTier Of(StorageTier tier) => tier switch
    {
        StorageTier.Cool => AccessTier.Cool,
        StorageTier.Cold => AccessTier.Cold,
        StorageTier.Archive => AccessTier.Archive,
        _ => AccessTier.Hot,
    };

    /// <summary>Blobs whose account says nothing of them lie in its default tier, which ours leave at hot.</summary>
    public static StorageTier Read(string? name) => Enum.TryParse<StorageTier>(name, out var tier) ? tier : StorageTier.Hot;
}
