using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Passkeys;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>POST /auth/passkeys/finish</c>: the authenticator's answer makes a passkey.</summary>
public sealed class PostPasskeyFinish(Viewers viewers, Passkeys passkeys)
{
    [Function(nameof(PostPasskeyFinish))]
    [ApiBody(typeof(FinishPasskeyBody))]
    [ApiAnswer(201, typeof(PasskeyBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/passkeys/finish")] HttpRequest request, CancellationToken ct) =>
        viewers.HandleAsync<FinishPasskeyBody>(
            request,
            async (caller, body) => (await passkeys.FinishAsync(caller.UserId, body.Ceremony, body.Name, body.Credential, ct))
                .ToAnswer(passkey => new JsonAnswer(StatusCodes.Status201Created, PasskeyBody.From(passkey))),
            ct);
}
