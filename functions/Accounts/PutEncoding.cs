using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Accounts;

/// <summary><c>PUT /account/encoding</c>: sets them; with <c>If-Match</c> only those that were read.</summary>
public sealed class PutEncoding(Creators creators, PutEncodingDefaults put)
{
    [Function(nameof(PutEncoding))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "account/encoding")] HttpRequest request, CancellationToken ct) =>
        creators.HandleAsync<EncodingChoice>(
            request,
            async (caller, choice) => (await put.ExecuteAsync(caller.OwnerId, choice, EntityTags.IfMatch(request), ct))
                .ToAnswer(stored => JsonAnswer.Ok(stored.Value.Choice).WithETag(stored.ETag)),
            ct);
}
