using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Catalog;

/// <summary><c>PATCH /channels/{channelId}</c>: changes what is given of a channel of the caller's; the handle before is free for others then.</summary>
public sealed class PatchChannel(Creators creators, Channels channels)
{
    [Function(nameof(PatchChannel))]
    [ApiBody(typeof(ChannelChange))]
    [ApiConventions(ApiConvention.IfMatch)]
    [ApiAnswer(200, typeof(PublicChannelBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "channels/{channelId}")] HttpRequest request,
        string channelId,
        CancellationToken ct) =>
        creators.HandleAsync<ChannelChange>(
            request,
            async (caller, body) => (await channels.ChangeAsync(caller.OwnerId, channelId, body, EntityTags.IfMatch(request), ct))
                .ToAnswer(changed => JsonAnswer.Ok(PublicChannelBody.From(changed.Value)).WithETag(changed.ETag)),
            ct);
}
