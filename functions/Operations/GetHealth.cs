using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Operations;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Operations;

/// <summary><c>GET /health</c>: whether viewers and creators can be served; 503 when viewers can't.</summary>
public sealed class GetHealth(CheckHealth health)
{
    [Function(nameof(GetHealth))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, typeof(HealthBody))]
    [ApiAnswer(503, typeof(HealthBody))]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request, CancellationToken ct)
    {
        var report = await health.ExecuteAsync(ct);
        return new JsonAnswer(report.State == HealthState.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK, HealthBody.Of(report));
    }
}
