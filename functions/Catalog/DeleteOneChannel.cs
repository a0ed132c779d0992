using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Catalog;

/// <summary><c>DELETE /channels/{channelId}</c>: deletes a channel of the caller's that shows no videos; may be repeated.</summary>
public sealed class DeleteOneChannel(Creators creators, Channels channels)
{
    [Function(nameof(DeleteOneChannel))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "channels/{channelId}")] HttpRequest request,
        string channelId,
        CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller => (await channels.DeleteAsync(caller.OwnerId, channelId, ct)).ToAnswer(_ => new JsonAnswer(StatusCodes.Status204NoContent)),
            ct);
}
