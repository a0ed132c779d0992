using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Catalog;

/// <summary><c>GET /channels/{channelId}</c>: a channel by its id or handle, for anybody, with its ETag.</summary>
public sealed class GetOneChannel(Channels channels)
{
    [Function(nameof(GetOneChannel))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, typeof(PublicChannelBody), Headers = "ETag")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "channels/{channelId}")] HttpRequest request,
        string channelId,
        CancellationToken ct) =>
        (await channels.FindAsync(channelId, ct)).ToAnswer(found => JsonAnswer.Ok(PublicChannelBody.From(found.Value)).WithETag(found.ETag));
}
