using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Uploads;

/// <summary><c>GET /uploads</c>: the caller's uploads, newest first.</summary>
public sealed class GetUploads(Creators creators, ListUploads list)
{
    [Function(nameof(GetUploads))]
    [ApiConventions(ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<UploadBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "uploads")] HttpRequest request, CancellationToken ct) =>
        creators.ListAsync(
            request,
            async (caller, page) =>
            {
                var found = await list.ExecuteAsync(caller.OwnerId, page, ct);
                return JsonAnswer.Ok(new PageBody<UploadBody>([.. found.Items.Select(UploadBody.From)], found.Cursor));
            },
            ct);
}
