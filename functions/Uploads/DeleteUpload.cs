using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Uploads;

/// <summary><c>DELETE /uploads/{uploadId}</c>: gives an upload up; may be repeated.</summary>
public sealed class DeleteUpload(Creators creators, AbortUpload abort)
{
    [Function(nameof(DeleteUpload))]
    [ApiAnswer(200, typeof(UploadBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "uploads/{uploadId}")] HttpRequest request,
        string uploadId,
        CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller => (await abort.ExecuteAsync(caller.OwnerId, uploadId, ct))
                .ToAnswer(upload => JsonAnswer.Ok(UploadBody.From(upload))),
            ct);
}
