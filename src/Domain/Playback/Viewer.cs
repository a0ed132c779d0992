namespace StreamPlatform.Domain.Playback;

/// <summary>Who wants to play, as far as they said.</summary>
/// <param name="Token">A playback token.</param>
/// <param name="AccountId">Of who has signed in.</param>
public sealed record Viewer(string? Token = null, string? AccountId = null);
