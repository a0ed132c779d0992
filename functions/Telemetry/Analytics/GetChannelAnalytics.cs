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
    [ApiQuery("metrics", typeof(string), "Names of metrics, with commas between them; views, uniqueViewers, watchTime and averageViewDuration unless said otherwise.")]
    [ApiQuery("from", typeof(DateTimeOffset), "From then on; 28 days before the end unless said otherwise.")]
    [ApiQuery("to", typeof(DateTimeOffset), "Until then; now unless said otherwise.")]
    [ApiQuery("grain", typeof(Grain), "How long each window is; by the length of time unless said otherwise. Minutes are kept for 48 hours, hours for 90 days.")]
    [ApiQuery("by", typeof(Breakdown), "What to break the whole down by; not with windows of a minute.")]
    [ApiQuery("compare", typeof(string), "previous: the totals of as long a time just before too.")]
    [ApiQuery("format", typeof(string), "json, or csv: the breakdown's rows where there is one, else the series.")]
    [ApiAnswer(200, typeof(AnalyticsBody))]
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
    private static IReadOnlyList<AggregateSubject> SubjectsOf(Channel channel) => channel.Id == Channel.DefaultIdOf(channel.OwnerId)
        ? [AggregateSubject.Channel(channel.Id), AggregateSubject.Channel(channel.OwnerId)]
        : [AggregateSubject.Channel(channel.Id)];
}
