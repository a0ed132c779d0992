using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Processing.Watermarks;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts;

/// <summary><c>POST /account/watermarks</c>: registers the body, a PNG image, to be burned into videos; the answer names it.</summary>
public sealed class PostWatermark(Creators creators, Watermarks watermarks)
{
    [Function(nameof(PostWatermark))]
    [ApiBody("image/png")]
    [ApiAnswer(201, typeof(RegisteredWatermark))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "account/watermarks")] HttpRequest request, CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller => await RequestBytes.ReadAsync(request, WatermarkErrors.MaxBytes, ct) is { } png
                ? (await watermarks.RegisterAsync(caller.OwnerId, png, ct)).ToAnswer(image => new JsonAnswer(StatusCodes.Status201Created, image))
                : ProblemResults.Problem(WatermarkErrors.TooLarge),
            ct);
}
