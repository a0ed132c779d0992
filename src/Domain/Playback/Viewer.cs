namespace StreamPlatform.Domain.Playback;

/// <summary>Who wants to play, and from where, as far as that is known.</summary>
/// <param name="Token">A playback token.</param>
/// <param name="AccountId">Of who has signed in.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="PageHost">Host of the page that plays, lower case.</param>
/// <param name="IsOwnFrame">The page is our own that other sites frame. Which of them may is in the page's policy, which browsers keep.</param>
public sealed record Viewer(string? Token = null, string? AccountId = null, string? Country = null, string? PageHost = null, bool IsOwnFrame = false);
