using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Tokens;
using StreamPlatform.Functions.Http.Limits;

namespace StreamPlatform.Functions.Http;

/// <summary>Finds who makes a request: by <c>Authorization: Bearer</c> or <c>x-api-key</c>, never by the URL, which ends up in logs.</summary>
public sealed class CallerAuthentication(Authenticate authenticate, RequestLimits limits)
{
    private const string Scheme = "Bearer ";

    /// <param name="role">What the request takes at least.</param>
    public async Task<Result<Caller>> AuthenticateAsync(HttpRequest request, Role role, CancellationToken ct)
    {
        var caller = await authenticate.ExecuteAsync(CredentialOf(request), ct);
        if (!caller.Succeeded)
        {
            return caller;
        }

        var allowed = limits.OfCaller(request.HttpContext, caller.Value) is { } refused ? refused
            : caller.Value.Within(TokenScopes.Of(request.Method, PathOf(request)));
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
