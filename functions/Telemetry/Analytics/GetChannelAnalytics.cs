using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Telemetry.Analytics;

/// <summary><c>GET /analytics/channels/{channelId}</c>: how the videos of a channel are watched, for its owner.</summary>
public sealed class GetChannelAnalytics(Creators creators, Channels channels, AnalyticsAnswers answers)
{
    [Function(nameof(GetChannelAnalytics))]
    [ApiQueries(typeof(AnalyticsQueries))]
    [ApiAnswer(200, typeof(AnalyticsBody), Also = "text/csv")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "analytics/channels/{channelId}")] HttpRequest request,
        string channelId,
        CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller =>
            {
                var found = await channels.GetOwnAsync(caller.OwnerId, channelId, ct);
                return found.Succeeded
                    ? await answers.OfAsync(request, SubjectsOf(found.Value.Value), oneVideo: false, ct)
                    : ProblemResults.Problem(found.Error!);
            },
            ct);

    /// <summary>Videos that are assigned to no channel are shown under their owner's first.</summary>
    internal static AggregateSubject[] SubjectsOf(Channel channel) => channel.Id == Channel.DefaultIdOf(channel.OwnerId)
        ? [AggregateSubject.Channel(channel.Id), AggregateSubject.Channel(channel.OwnerId)]
        : [AggregateSubject.Channel(channel.Id)];
}
