using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Catalog;

/// <summary><c>GET /channels</c>: the caller's channels, newest first.</summary>
public sealed class GetChannels(Creators creators, Channels channels)
{
    [Function(nameof(GetChannels))]
    [ApiConventions(ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<PublicChannelBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "channels")] HttpRequest request,
        CancellationToken ct) =>
        creators.ListAsync(
            request,
            async (caller, page) =>
            {
                var found = await channels.ListOwnAsync(caller.OwnerId, page, ct);
                return JsonAnswer.Ok(new PageBody<PublicChannelBody>([.. found.Items.Select(PublicChannelBody.From)], found.Cursor));
            },
            ct);
}
