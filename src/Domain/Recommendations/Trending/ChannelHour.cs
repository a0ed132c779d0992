using System.Collections.Concurrent;
using StreamPlatform.Domain.Social.Subscriptions;
using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Domain.Recommendations.Trending;

/// <summary>What is asked of channels while their videos are weighed, each once.</summary>
public sealed class ChannelHour(DateTimeOffset hour)
{
    private readonly ConcurrentDictionary<string, Task<long>> _subscribers = new(StringComparer.Ordinal), _views = new(StringComparer.Ordinal);

    /// <summary>The last that is weighed.</summary>
    public DateTimeOffset Hour => hour;

    internal Task<long> SubscribersAsync(Subscriptions subscriptions, string channelId, CancellationToken ct) => _subscribers.GetOrAdd(channelId, async id =>
        (await subscriptions.GetAsync(null, id, ct)) is { Succeeded: true, Value: var found } ? found.Subscribers : 0);

    /// <param name="id">As <see cref="AggregateSubject.Channel"/> has it.</param>
    internal Task<long> ViewsAsync(Aggregates aggregates, string id, CancellationToken ct) => _views.GetOrAdd(id, async _ =>
        (await aggregates.ReadAsync(AggregateSubject.Channel(id), Grain.Hour, hour, hour.AddHours(1), ct)).Sum(window => window[Metric.Views]));
}
