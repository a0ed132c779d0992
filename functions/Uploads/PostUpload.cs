using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Uploads;

/// <summary><c>POST /uploads</c>: opens an upload; the file itself goes to the URL in the answer.</summary>
public sealed class PostUpload(Creators creators, CreateUpload create)
{
    [Function(nameof(PostUpload))]
    [ApiBody(typeof(CreateUploadBody))]
    [ApiConventions(ApiConvention.Once)]
    [ApiAnswer(201, typeof(UploadBody), Headers = "Location")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "uploads")] HttpRequest request, CancellationToken ct) =>
        creators.HandleOnceAsync<CreateUploadBody>(
            request,
            async (caller, body, id) => (await create.ExecuteAsync(caller.OwnerId, body.ToUpload() with { RequestId = id }, ct)).ToAnswer(open =>
                new JsonAnswer(StatusCodes.Status201Created, UploadBody.From(open))
                    .WithHeader("Location", $"/api/uploads/{open.Upload.Id}")),
            ct);
}
