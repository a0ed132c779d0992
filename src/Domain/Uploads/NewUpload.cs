using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Processing.Duplicates;
using StreamPlatform.Domain.Processing.Profiles;

namespace StreamPlatform.Domain.Uploads;

/// <summary>What a creator asks for.</summary>
/// <param name="AssetId">An existing asset whose original is to be replaced; null for a new asset. Its title and policies stay as they are.</param>
/// <param name="Title">Of a new asset; the file's name when null.</param>
/// <param name="Encoding">Of a new asset; what it doesn't say is the account's default, then the platform's.</param>
/// <param name="Details">Of a new asset, besides its title.</param>
/// <param name="Import">Where its bytes are fetched from; null when its owner sends them.</param>
/// <param name="OnDuplicate">Of a new asset: what becomes of it when its owner has another of the same content.</param>
/// <param name="RequestId">Opens the same upload each time it is given; null opens a new one.</param>
public sealed record NewUpload(
    string? FileName,
    long SizeBytes,
    string? Title = null,
    PlaybackPolicy Policy = PlaybackPolicy.Public,
    string? AssetId = null,
    string? RequestId = null,
    EncodingChoice? Encoding = null,
    AssetChange? Details = null,
    Uri? Import = null,
    DuplicateChoice OnDuplicate = DuplicateChoice.Keep);
