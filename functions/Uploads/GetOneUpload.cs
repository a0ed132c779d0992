using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Uploads;

/// <summary><c>GET /uploads/{uploadId}</c>: one upload, with its URL while it waits.</summary>
public sealed class GetOneUpload(Creators creators, GetUpload get)
{
    [Function(nameof(GetOneUpload))]
    [ApiAnswer(200, typeof(UploadBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "uploads/{uploadId}")] HttpRequest request,
        string uploadId,
        CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller => (await get.ExecuteAsync(caller.OwnerId, uploadId, ct))
                .ToAnswer(open => JsonAnswer.Ok(UploadBody.From(open))),
            ct);
}
