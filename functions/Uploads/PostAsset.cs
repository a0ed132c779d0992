using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Uploads.Imports;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Uploads;

/// <summary><c>POST /assets</c>: makes an asset of a file on the web, which is fetched by us; the upload in the answer tells how far that is, and ends it when it is deleted.</summary>
public sealed class PostAsset(Creators creators, ImportAsset import)
{
    [Function(nameof(PostAsset))]
    [ApiBody(typeof(ImportBody))]
    [ApiConventions(ApiConvention.Once)]
    [ApiAnswer(202, typeof(UploadBody), Headers = "Location")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "assets")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct) =>
        creators.HandleOnceAsync<ImportBody>(
            request,
            async (caller, body, id) =>
            {
                var begun = await import.ExecuteAsync(caller.OwnerId, body.ToImport(id), ct);
                if (begun.Succeeded)
                {
                    var run = new ImportRun(caller.OwnerId, begun.Value.Upload.Id);
                    await client.StartOnceAsync(ImportRun.Workflow, run.InstanceId, run, ct);
                }

                return begun.ToAnswer(open =>
                    new JsonAnswer(StatusCodes.Status202Accepted, UploadBody.From(open)).WithHeader("Location", $"/api/uploads/{open.Upload.Id}"));
            },
            ct);
}
