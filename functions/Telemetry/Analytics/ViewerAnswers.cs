using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Presence;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Streams;

namespace StreamPlatform.Functions.Telemetry.Analytics;

/// <summary>Tells who watches: as server-sent events to whoever accepts them, else once.</summary>
public sealed class ViewerAnswers(CallerAuthentication authentication, ReadViewers viewers, OpenStreams streams, TimeProvider clock)
{
    /// <param name="find">The subjects that the caller may see.</param>
    public async Task<IResult> OfAsync(HttpRequest request, Role role, Func<Caller, Task<Result<AggregateSubject[]>>> find, CancellationToken ct)
    {
        var caller = await authentication.AuthenticateAsync(request, role, ct);
        var subjects = caller.Succeeded ? await find(caller.Value) : caller.Error!;
        if (!subjects.Succeeded)
            return ProblemResults.Problem(subjects.Error!);
        if (!request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase))
            return JsonAnswer.Ok(await viewers.ReadAsync(subjects.Value, ct));
        return streams.Of(caller.Value.UserId, new SnapshotEvents<ViewersPresent>(async token => await viewers.ReadAsync(subjects.Value, token), clock, request.Headers["Last-Event-ID"].ToString())
        {
            Event = "viewers",
            Look = ReadViewers.KeptFor,
        });
    }
}
