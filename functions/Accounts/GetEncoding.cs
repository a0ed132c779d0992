using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts;

/// <summary><c>GET /account/encoding</c>: what the account's uploads get where they say nothing, with its ETag once it was set.</summary>
public sealed class GetEncoding(Creators creators, IEncodingDefaultsStore store)
{
    [Function(nameof(GetEncoding))]
    [ApiAnswer(200, typeof(EncodingChoice), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "account/encoding")] HttpRequest request, CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller => await store.FindAsync(caller.OwnerId, ct) is { } found
                ? JsonAnswer.Ok(found.Value.Choice).WithETag(found.ETag)
                : JsonAnswer.Ok(EncodingChoice.Default),
            ct);
}
