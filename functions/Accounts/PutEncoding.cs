using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts;

/// <summary><c>PUT /account/encoding</c>: sets what the account's uploads get where they say nothing; with <c>If-Match</c> only in place of what was read.</summary>
public sealed class PutEncoding(Creators creators, PutEncodingDefaults put)
{
    [Function(nameof(PutEncoding))]
    [ApiBody(typeof(EncodingChoice))]
    [ApiConventions(ApiConvention.IfMatch)]
    [ApiAnswer(200, typeof(EncodingChoice), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "account/encoding")] HttpRequest request, CancellationToken ct) =>
        creators.HandleAsync<EncodingChoice>(
            request,
            async (caller, choice) => (await put.ExecuteAsync(caller.OwnerId, choice, EntityTags.IfMatch(request), ct))
                .ToAnswer(stored => JsonAnswer.Ok(stored.Value.Choice).WithETag(stored.ETag)),
            ct);
}
