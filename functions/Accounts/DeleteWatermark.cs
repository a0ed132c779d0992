using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Processing.Watermarks;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts;

/// <summary><c>DELETE /account/watermarks/{image}</c>: forgets an image; videos that were made keep it.</summary>
public sealed class DeleteWatermark(Creators creators, Watermarks watermarks)
{
    [Function(nameof(DeleteWatermark))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "account/watermarks/{image}")] HttpRequest request, string image, CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller =>
            {
                await watermarks.DeleteAsync(caller.OwnerId, image, ct);
                return new JsonAnswer(StatusCodes.Status204NoContent);
            },
            ct);
}
