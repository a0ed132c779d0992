using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Telemetry.Recounts;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Telemetry.Truth;

/// <summary><c>POST /operations/recounts</c>: an operator has a day of telemetry counted again from the archive. Those of a day that are asked for within an hour are one.</summary>
public sealed class PostRecount(Operators operators, TimeProvider clock)
{
    [Function(nameof(PostRecount))]
    [ApiBody(typeof(NewRecountBody))]
    [ApiAnswer(202, typeof(RecountBody), Headers = "Location")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "operations/recounts")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct) =>
        operators.HandleAsync<NewRecountBody>(
            request,
            async (_, body) =>
            {
                var day = RecountDay.Of(body.Day, clock.GetUtcNow());
                if (!day.Succeeded)
                {
                    return ProblemResults.Problem(day.Error!);
                }

                var progress = DayRecount.Begin(day.Value);
                await client.StartOnceAsync(DayRecount.Workflow, day.Value.Id, progress, ct);
                return new JsonAnswer(StatusCodes.Status202Accepted, RecountBody.From(progress)).WithHeader("Location", $"/api/operations/recounts/{day.Value.Id}");
            },
            ct);
}
