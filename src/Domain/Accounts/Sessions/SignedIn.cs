namespace StreamPlatform.Domain.Accounts.Sessions;

/// <summary>What somebody who signed in gets: <paramref name="AccessToken"/> for requests, <paramref name="RefreshToken"/> once for the next pair.</summary>
public sealed record SignedIn(string UserId, string AccessToken, DateTimeOffset ExpiresAt, string RefreshToken, DateTimeOffset RefreshExpiresAt);
