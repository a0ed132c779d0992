using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Passkeys;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>DELETE /auth/passkeys/{passkeyId}</c>: the passkey signs nobody in any more.</summary>
public sealed class DeletePasskey(Viewers viewers, Passkeys passkeys)
{
    [Function(nameof(DeletePasskey))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "auth/passkeys/{passkeyId}")] HttpRequest request, string passkeyId, CancellationToken ct) =>
        viewers.HandleAsync(
            request,
            async caller =>
            {
                await passkeys.DeleteAsync(caller.UserId, passkeyId, ct);
                return new JsonAnswer(StatusCodes.Status204NoContent);
            },
            ct);
}
