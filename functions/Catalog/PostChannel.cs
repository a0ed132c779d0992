using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Catalog;

/// <summary><c>POST /channels</c>: makes a channel of the caller's, with a handle that no other has.</summary>
public sealed class PostChannel(Creators creators, Channels channels)
{
    [Function(nameof(PostChannel))]
    [ApiBody(typeof(ChannelChange))]
    [ApiConventions(ApiConvention.Once)]
    [ApiAnswer(201, typeof(PublicChannelBody), Headers = "Location,ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "channels")] HttpRequest request,
        CancellationToken ct) =>
        creators.HandleOnceAsync<ChannelChange>(
            request,
            async (caller, body, id) => (await channels.CreateAsync(caller.OwnerId, body, id, ct)).ToAnswer(made =>
                new JsonAnswer(StatusCodes.Status201Created, PublicChannelBody.From(made.Value)).WithHeader("Location", $"/api/channels/{made.Value.Id}").WithETag(made.ETag)),
            ct);
}
