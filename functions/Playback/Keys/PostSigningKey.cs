using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Playback.Keys;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Playback.Keys;

/// <summary>
/// <c>POST /signing-keys</c>: a key with which the account makes playback tokens by itself. Its private half is in this answer and nowhere else, for which
/// reason no answer is kept for repeated requests.
/// </summary>
public sealed class PostSigningKey(Creators creators, OwnersKeys keys)
{
    [Function(nameof(PostSigningKey))]
    [ApiBody(typeof(CreateSigningKeyBody))]
    [ApiAnswer(201, typeof(SigningKeyBody), Headers = "Location")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "signing-keys")] HttpRequest request, CancellationToken ct) =>
        creators.HandleAsync<CreateSigningKeyBody>(
            request,
            async (caller, body) => (await keys.CreateAsync(caller.OwnerId, body.Name, ct)).ToAnswer(made =>
                new JsonAnswer(StatusCodes.Status201Created, SigningKeyBody.From(made.Key, made.PrivateKey)).WithHeader("Location", $"/api/signing-keys/{made.Key.Id}")),
            ct);
}
