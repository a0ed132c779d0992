namespace StreamPlatform.Functions.Catalog;

/// <summary>Body of <c>PATCH /assets/{assetId}</c>.</summary>
public sealed record PatchAssetBody(string? Title);
