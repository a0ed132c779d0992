using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Search;

/// <summary>
/// <c>POST /operations/search-rebuilds</c>: an operator has the search indexes filled anew from the catalog. They answer all the
/// while. Those that are asked for within a minute are one; a later one supersedes an earlier that has not ended.
/// </summary>
public sealed class PostSearchRebuild(TimeProvider clock)
{
    [Function(nameof(PostSearchRebuild))]
    [ApiAnswer(202, typeof(RebuildBody))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "operations/search-rebuilds")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct)
    {
        var start = RebuildProgress.Begin(SearchRebuild.At(clock.GetUtcNow()));
        await client.StartOnceAsync(SearchRebuild.Workflow, SearchRebuild.InstanceId(start.Generation), start, ct);
        return new JsonAnswer(StatusCodes.Status202Accepted, new RebuildBody(SearchRebuild.InstanceId(start.Generation), start.State, start.Assets));
    }
}
