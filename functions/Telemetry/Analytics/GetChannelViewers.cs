using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Presence;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Telemetry.Analytics;

/// <summary>
/// <c>GET /analytics/channels/{channelId}/viewers</c>: who watches the videos of a channel now and watched within the last hour, for its
/// owner. With <c>Accept: text/event-stream</c> as events called <c>viewers</c>, one whenever it changes, for up to 220 seconds.
/// </summary>
public sealed class GetChannelViewers(ViewerAnswers answers, Channels channels)
{
    [Function(nameof(GetChannelViewers))]
    [ApiAnswer(200, typeof(ViewersPresent), Also = "text/event-stream")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "analytics/channels/{channelId}/viewers")] HttpRequest request,
        string channelId,
        CancellationToken ct) =>
        answers.OfAsync(
            request,
            Role.Creator,
            async caller => (await channels.GetOwnAsync(caller.OwnerId, channelId, ct)).Match<Result<AggregateSubject[]>>(found => GetChannelAnalytics.SubjectsOf(found.Value), error => error),
            ct);
}
