using StreamPlatform.Domain.Accounts.Tokens;

namespace StreamPlatform.Functions.Accounts.Tokens;

/// <summary>An API token as its account sees it.</summary>
/// <param name="UsedAt">When an app last used it, to the hour.</param>
/// <param name="Token">The token itself: in the answer that made it, and nowhere else.</param>
public sealed record TokenBody(
    string Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? UsedAt, string? Token = null)
{
    public static TokenBody From(ApiToken token, string? text = null) =>
        new(token.Id, token.Name, token.Scopes, token.CreatedAt, token.ExpiresAt, token.UsedAt, text);
}

/// <summary>Body of <c>POST /tokens</c>; 90 days when no time is given.</summary>
public sealed record CreateTokenBody(string? Name, IReadOnlyList<string>? Scopes, int? ExpiresInDays);
