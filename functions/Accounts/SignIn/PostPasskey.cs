using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Passkeys;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Http.Limits;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>POST /auth/passkeys</c>: begins to add a passkey, for who knows their password.</summary>
public sealed class PostPasskey(Viewers viewers, Passkeys passkeys)
{
    [Function(nameof(PostPasskey))]
    [Guarded]
    [ApiBody(typeof(ConfirmBody))]
    [ApiAnswer(200, typeof(BegunPasskeyBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/passkeys")] HttpRequest request, CancellationToken ct) =>
        viewers.HandleAsync<ConfirmBody>(
            request,
            async (caller, body) => (await passkeys.BeginAsync(caller.UserId, body.Password, ct)).ToAnswer(begun => JsonAnswer.Ok(new BegunPasskeyBody(begun.Ceremony, begun.Options))),
            ct);
}
