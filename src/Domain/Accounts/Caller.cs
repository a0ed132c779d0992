namespace StreamPlatform.Domain.Accounts;

/// <summary>Who makes a request: proven by an API key. Everything a caller creates belongs to <paramref name="OwnerId"/>.</summary>
/// <param name="KeyId">The key that was presented; for logs, tells nothing about the secret.</param>
public sealed record Caller(string OwnerId, string KeyId);
