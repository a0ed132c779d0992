namespace StreamPlatform.Functions.Social;

/// <summary>How often a video was shared.</summary>
public sealed record SharesBody(long Shares);
