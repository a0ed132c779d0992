using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Playback.Keys;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Playback.Keys;

/// <summary><c>GET /signing-keys/{keyId}</c>: one signing key, its public half.</summary>
public sealed class GetOneSigningKey(Creators creators, OwnersKeys keys)
{
    [Function(nameof(GetOneSigningKey))]
    [ApiAnswer(200, typeof(SigningKeyBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "signing-keys/{keyId}")] HttpRequest request, string keyId, CancellationToken ct) =>
        creators.HandleAsync(
            request, async caller => (await keys.GetAsync(caller.OwnerId, keyId, ct)).ToAnswer(key => JsonAnswer.Ok(SigningKeyBody.From(key))), ct);
}
