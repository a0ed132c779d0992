using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Tokens;

namespace StreamPlatform.Functions.Http;

/// <summary>Finds who makes a request: by <c>Authorization: Bearer</c> or <c>x-api-key</c>, never by the URL, which ends up in logs.</summary>
public sealed class CallerAuthentication(Authenticate authenticate)
{
    private const string Scheme = "Bearer ";

    /// <param name="role">What the request takes at least.</param>
    public async Task<Result<Caller>> AuthenticateAsync(HttpRequest request, Role role, CancellationToken ct)
    {
        var caller = await authenticate.ExecuteAsync(CredentialOf(request), ct);
        var allowed = caller.Succeeded ? caller.Value.Within(TokenScopes.Of(request.Method, PathOf(request))) : caller;
        return allowed.Succeeded ? allowed.Value.AtLeast(role) : allowed;
    }

    private static string PathOf(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase, out var rest) ? rest.Value!.TrimStart('/') : "";

    private static string? CredentialOf(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? authorization[Scheme.Length..].Trim()
            : request.Headers.TryGetValue("x-api-key", out var key) ? key.ToString() : null;
    }
}
