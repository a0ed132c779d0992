using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;

namespace StreamPlatform.Functions.Http;

/// <summary>Finds the creator behind a request: <c>Authorization: Bearer</c> or <c>x-api-key</c>, never the URL, which ends up in logs.</summary>
public sealed class CreatorAuthentication(Authenticate authenticate)
{
    private const string Scheme = "Bearer ";

    public Task<Result<Caller>> AuthenticateAsync(HttpRequest request, CancellationToken ct) =>
        authenticate.ExecuteAsync(SecretOf(request), ct);

    private static string? SecretOf(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? authorization[Scheme.Length..].Trim()
            : request.Headers.TryGetValue("x-api-key", out var key) ? key.ToString() : null;
    }
}
