using StreamPlatform.Functions.Http.Api;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Processing.Economy;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Operations;

/// <summary><c>GET /operations/popular/{id}</c>: what was decided of the titles.</summary>
public sealed class GetPopular
{
    [Function(nameof(GetPopular))]
    [ApiAnswer(200, typeof(PopularBody))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "operations/popular/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct)
    {
        if (!id.StartsWith("popular-", StringComparison.Ordinal) || await client.GetInstanceAsync(id, true, ct) is not { } instance)
        {
            return ProblemResults.Problem(EconomyErrors.NotFound());
        }

        var status = instance.SerializedCustomStatus is { } json ? JsonSerializer.Deserialize<Decided>(json, DomainJson.Options) : null;
        return JsonAnswer.Ok(new PopularBody(id, status?.Decisions.Select(PopularDecision.Of).ToList()));
    }

    private sealed record Decided(IReadOnlyList<EconomyDecision> Decisions);
}
