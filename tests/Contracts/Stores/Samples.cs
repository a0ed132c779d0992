using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Tests.Contracts.Stores;

internal static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    public static string NewOwner() => OpaqueId.New("user");

    public static Asset Asset(string ownerId, DateTimeOffset? createdAt = null, string? id = null) => new()
    {
        Id = id ?? AssetIds.New(),
        OwnerId = ownerId,
        Title = "A walk by the sea",
        State = AssetState.AwaitingUpload,
        CreatedAt = createdAt ?? Now,
        UpdatedAt = createdAt ?? Now,
        PlaybackIds = [AssetIds.NewPlaybackId(PlaybackPolicy.Public)],
    };

    public static Upload Upload(string ownerId, DateTimeOffset? createdAt = null, string? assetId = null) => new()
    {
        Id = OpaqueId.New(Domain.Uploads.Upload.IdPrefix),
        OwnerId = ownerId,
        AssetId = assetId ?? AssetIds.New(),
        FileName = "sea.mp4",
        SizeBytes = 1000,
        BlockSizeBytes = 1 << 22,
        State = UploadState.Awaiting,
        CreatedAt = createdAt ?? Now,
        ExpiresAt = (createdAt ?? Now) + UploadLimits.Lifetime,
        SweepAt = (createdAt ?? Now) + UploadLimits.Lifetime,
    };

    public static UsageEntry Reservation(string ownerId, string key, UsageAmount amount, DateTimeOffset? at = null) => new()
    {
        OwnerId = ownerId,
        Key = key,
        Amount = amount,
        State = UsageState.Reserved,
        At = at ?? Now,
        ExpiresAt = (at ?? Now).AddHours(1),
    };
}
