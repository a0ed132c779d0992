using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Economy;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Operations;

/// <summary>
/// <c>POST /operations/popular</c>: an operator tells how often titles are watched, and a workflow has those encoded better
/// of which that pays. The same list on the same day is one workflow.
/// </summary>
public sealed class PostPopular(TimeProvider clock)
{
    [Function(nameof(PostPopular))]
    [ApiBody(typeof(PopularTitles))]
    [ApiAnswer(202, typeof(PopularBody))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "operations/popular")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct)
    {
        var body = await RequestBody.ReadAsync<PopularTitles>(request, ct);
        if ((body.Error ?? body.Value.Value.Check()) is { } wrong)
        {
            return ProblemResults.Problem(wrong);
        }

        var id = $"popular-{clock.GetUtcNow():yyyyMMdd}-{body.Value.Hash[..16]}";
        await client.StartOnceAsync(Workflows.ReencodePopular, id, body.Value.Value, ct);
        return new JsonAnswer(StatusCodes.Status202Accepted, new PopularBody(id, null));
    }
}
