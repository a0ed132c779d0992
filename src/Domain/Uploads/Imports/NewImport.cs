using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Processing.Duplicates;
using StreamPlatform.Domain.Processing.Profiles;

namespace StreamPlatform.Domain.Uploads.Imports;

/// <summary>What a creator asks to be fetched.</summary>
/// <param name="Title">The file's name when null.</param>
/// <param name="Encoding">What it doesn't say is the account's default, then the platform's.</param>
/// <param name="RequestId">Begins the same import each time it is given; null begins a new one.</param>
/// <param name="Details">Besides the title.</param>
/// <param name="OnDuplicate">What becomes of the asset when its owner has another of the same content.</param>
public sealed record NewImport(
    string? Url, string? Title = null, PlaybackPolicy Policy = PlaybackPolicy.Public, EncodingChoice? Encoding = null, string? RequestId = null, AssetChange? Details = null,
    DuplicateChoice OnDuplicate = DuplicateChoice.Keep);
