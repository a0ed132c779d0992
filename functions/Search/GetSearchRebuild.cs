using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Search;

/// <summary><c>GET /operations/search-rebuilds/{id}</c>: how far a rebuild is.</summary>
public sealed class GetSearchRebuild
{
    [Function(nameof(GetSearchRebuild))]
    [ApiAnswer(200, typeof(RebuildBody))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "operations/search-rebuilds/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct)
    {
        if (!SearchRebuild.IsInstanceId(id) || await client.GetInstanceAsync(id, true, ct) is not { } instance)
        {
            return ProblemResults.Problem(SearchErrors.RebuildNotFound());
        }

        var progress = instance.SerializedCustomStatus is { } json ? JsonSerializer.Deserialize<RebuildProgress>(json, DomainJson.Options) : null;
        return JsonAnswer.Ok(new RebuildBody(id, progress?.State ?? RebuildState.Filling, progress?.Assets ?? 0));
    }
}
