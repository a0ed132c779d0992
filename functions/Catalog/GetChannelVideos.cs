using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Catalog;

/// <summary><c>GET /channels/{channelId}/videos</c>: a channel's public videos, newest first, for anybody. A page may have fewer than were asked for.</summary>
public sealed class GetChannelVideos(Channels channels, PublicVideos videos, PublicLinks links)
{
    [Function(nameof(GetChannelVideos))]
    [ApiConventions(ApiConvention.Open | ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<PublicVideoBody>))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "channels/{channelId}/videos")] HttpRequest request,
        string channelId,
        CancellationToken ct)
    {
        var (channel, page) = (await channels.FindAsync(channelId, ct), PageQuery.Parse(request));
        return (channel.Error ?? page.Error) is { } wrong ? ProblemResults.Problem(wrong) : await ListAsync(channel.Value.Value, page.Value, ct);
    }

    private async Task<JsonAnswer> ListAsync(Channel channel, PageRequest page, CancellationToken ct)
    {
        try
        {
            var found = await videos.OfChannelAsync(channel.Id, page, ct);
            return JsonAnswer.Ok(new PageBody<PublicVideoBody>([.. found.Items.Select(links.BodyOf)], found.Cursor));
        }
        catch (InvalidCursorException)
        {
            return ProblemResults.Problem(RequestErrors.CursorInvalid());
        }
    }
}
