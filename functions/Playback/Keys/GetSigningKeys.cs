using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Playback.Keys;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Playback.Keys;

/// <summary><c>GET /signing-keys</c>: the account's signing keys, newest first.</summary>
public sealed class GetSigningKeys(Creators creators, OwnersKeys keys)
{
    [Function(nameof(GetSigningKeys))]
    [ApiConventions(ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<SigningKeyBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "signing-keys")] HttpRequest request, CancellationToken ct) =>
        creators.ListAsync(
            request,
            async (caller, page) =>
            {
                var found = await keys.ListAsync(caller.OwnerId, page, ct);
                return JsonAnswer.Ok(new PageBody<SigningKeyBody>([.. found.Items.Select(SigningKeyBody.From)], found.Cursor));
            },
            ct);
}
