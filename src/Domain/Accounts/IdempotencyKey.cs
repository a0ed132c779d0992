namespace StreamPlatform.Domain.Accounts;

/// <summary>A client's key for one request. <paramref name="BodyHash"/> tells a repeat from a key that was used twice by mistake.</summary>
/// <param name="Route">Method and path: the same key on another route is another request.</param>
/// <param name="BodyHash">SHA-256 of the body, hex.</param>
public sealed record IdempotencyKey(string OwnerId, string Route, string Key, string BodyHash)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public static readonly TimeSpan ClaimLifetime = TimeSpan.FromMinutes(1);
}
