namespace StreamPlatform.Domain.Catalog;

/// <summary>Why an asset failed: a stable code and a sentence for its creator.</summary>
public sealed record AssetFailure(string Code, string Message);
