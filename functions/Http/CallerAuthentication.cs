using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Domain.Accounts.Tokens;
using StreamPlatform.Functions.Http.Limits;

namespace StreamPlatform.Functions.Http;

/// <summary>Finds who makes a request, by <c>Authorization: Bearer</c> or <c>x-api-key</c>, never by the URL, which ends up in logs; and for which account.</summary>
public sealed class CallerAuthentication(Authenticate authenticate, Organisations organisations, RequestLimits limits)
{
    /// <summary>For which account a request is made: an organisation that the caller is a member of, or their own, as without it.</summary>
    public const string AccountHeader = "Account-Id";

    private const string Scheme = "Bearer ";

    /// <param name="role">What the request takes at least.</param>
    public async Task<Result<Caller>> AuthenticateAsync(HttpRequest request, Role role, CancellationToken ct)
    {
        var caller = await authenticate.ExecuteAsync(CredentialOf(request), ct);
        if (!caller.Succeeded)
        {
            return caller;
        }

        if (limits.OfCaller(request.HttpContext, caller.Value) is { } refused)
        {
            return refused;
        }

        var acting = request.Headers.TryGetValue(AccountHeader, out var account) ? await organisations.ActAsync(caller.Value, account.ToString(), ct) : caller;
        return acting.Succeeded ? Allowed(acting.Value, request.Method, PathOf(request), role) : acting;
    }

    private static Result<Caller> Allowed(Caller caller, string method, string path, Role role)
    {
        var within = caller.Within(TokenScopes.Of(method, path));
        var asMember = within.Succeeded ? caller.AsMember(OrganisationRights.Of(method, path)) : within;
        return asMember.Succeeded ? caller.AtLeast(role) : asMember;
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
