using System.Buffers;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Telemetry.Ingest;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Http.Limits;

namespace StreamPlatform.Functions.Telemetry;

/// <summary>
/// <c>POST /telemetry</c>: what players tell of their sessions. As <c>text/plain</c> too, which browsers send to other origins
/// without asking first, and of pages that are closing. Bad events are told in the answer and spoil no good ones.
/// </summary>
public sealed class PostTelemetry(TakeBeacons take)
{
    public const string Route = "telemetry";

    private static readonly TimeSpan FullFor = TimeSpan.FromSeconds(5);

    [Function(nameof(PostTelemetry))]
    [ApiBody(typeof(TelemetryBody))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(202, typeof(TelemetryAnswer))]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(TakeBeacons.MaxBytes + 1);
        try
        {
            var length = request.ContentLength > TakeBeacons.MaxBytes
                ? buffer.Length
                : await request.Body.ReadAtLeastAsync(buffer, TakeBeacons.MaxBytes + 1, throwOnEndOfStream: false, ct);
            return length > TakeBeacons.MaxBytes
                ? ProblemResults.Problem(RequestErrors.BodyTooLarge(TakeBeacons.MaxBytes))
                : AnswerOf(await take.ExecuteAsync(buffer.AsMemory(0, length), ct));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static JsonAnswer AnswerOf(Result<TakenBeacons?> taken) =>
        !taken.Succeeded ? Later(taken.Error!, FullFor)
        : taken.Value is not { } beacons ? ProblemResults.Problem(RequestErrors.BodyInvalid("it is not {\"beacons\": […]}"))
        : beacons is { Accepted: 0, RetryIn: { } retryIn } ? Later(IngestErrors.SessionLimited(), retryIn)
        : new JsonAnswer(StatusCodes.Status202Accepted, new TelemetryAnswer(beacons.Accepted, beacons.Rejected));

    private static JsonAnswer Later(Error why, TimeSpan time) => ProblemResults.Problem(why).WithHeader("Retry-After", RequestLimits.Later(time));
}
