using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary>What the endpoints do that people sign in by, whom nobody knows yet: there only where the installation is an issuer.</summary>
public sealed class SignInRequests(AccountOptions options)
{
    public async Task<IResult> HandleAsync(Func<Task<JsonAnswer>> handle) =>
        options.BuiltInIssuer ? await handle() : ProblemResults.Problem(AccountErrors.NotIssuer());

    /// <summary>As above, with a JSON body.</summary>
    public Task<IResult> HandleAsync<TBody>(HttpRequest request, Func<TBody, Task<JsonAnswer>> handle, CancellationToken ct)
        where TBody : class => HandleAsync(async () =>
        {
            var body = await RequestBody.ReadAsync<TBody>(request, ct);
            return body.Succeeded ? await handle(body.Value.Value) : ProblemResults.Problem(body.Error!);
        });

    /// <summary>What the caller's browser or app says of itself; null when it says nothing.</summary>
    public static string? DeviceOf(HttpRequest request) => request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? agent : null;
}
