using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Passkeys;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>GET /auth/passkeys</c>: the caller's passkeys, newest first.</summary>
public sealed class GetPasskeys(Viewers viewers, Passkeys passkeys)
{
    [Function(nameof(GetPasskeys))]
    [ApiConventions(ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<PasskeyBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "auth/passkeys")] HttpRequest request, CancellationToken ct) =>
        viewers.ListAsync(
            request,
            async (caller, page) =>
            {
                var found = await passkeys.ListAsync(caller.UserId, page, ct);
                return JsonAnswer.Ok(new PageBody<PasskeyBody>([.. found.Items.Select(PasskeyBody.From)], found.Cursor));
            },
            ct);
}
