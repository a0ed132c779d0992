namespace StreamPlatform.Functions.Social;

/// <summary>Whether the caller gets a letter a day of what is new for them.</summary>
public sealed record DigestBody(bool Wanted);
