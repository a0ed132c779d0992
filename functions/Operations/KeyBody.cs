namespace StreamPlatform.Functions.Operations;

/// <summary>A new API key, shown this once.</summary>
public sealed record KeyBody(string Key);
