using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Passkeys;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>POST /auth/passkeys</c>: begins to add a passkey, for who knows their password.</summary>
public sealed class PostPasskey(Viewers viewers, Passkeys passkeys)
{
    [Function(nameof(PostPasskey))]
    [ApiBody(typeof(ConfirmBody))]
    [ApiAnswer(200, typeof(PasskeyCreationBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/passkeys")] HttpRequest request, CancellationToken ct) =>
        viewers.HandleAsync<ConfirmBody>(
            request,
            async (caller, body) => (await passkeys.BeginAsync(caller.UserId, body.Password, ct)).ToAnswer(begun => JsonAnswer.Ok(new PasskeyCreationBody(begun.Ceremony, begun.Options))),
            ct);
}
