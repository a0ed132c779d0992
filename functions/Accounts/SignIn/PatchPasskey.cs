using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Passkeys;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>PATCH /auth/passkeys/{passkeyId}</c>: calls a passkey something else.</summary>
public sealed class PatchPasskey(Viewers viewers, Passkeys passkeys)
{
    [Function(nameof(PatchPasskey))]
    [ApiBody(typeof(PasskeyNameBody))]
    [ApiAnswer(200, typeof(PasskeyBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "auth/passkeys/{passkeyId}")] HttpRequest request, string passkeyId, CancellationToken ct) =>
        viewers.HandleAsync<PasskeyNameBody>(
            request,
            async (caller, body) => (await passkeys.RenameAsync(caller.UserId, passkeyId, body.Name, ct)).ToAnswer(passkey => JsonAnswer.Ok(PasskeyBody.From(passkey))),
            ct);
}
