using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Playback.Keys;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Playback.Keys;

/// <summary><c>DELETE /signing-keys/{keyId}</c>: revokes a signing key; tokens that it signed open nothing from then on.</summary>
public sealed class DeleteSigningKey(Creators creators, OwnersKeys keys)
{
    [Function(nameof(DeleteSigningKey))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "signing-keys/{keyId}")] HttpRequest request, string keyId, CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller =>
            {
                await keys.RevokeAsync(caller.OwnerId, keyId, ct);
                return new JsonAnswer(StatusCodes.Status204NoContent);
            },
            ct);
}
