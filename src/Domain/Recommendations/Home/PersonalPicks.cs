using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.History;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Subscriptions;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Recommendations.Home;

/// <summary>What somebody's subscriptions and likes lead to. Only listings are read, each in its own partition.</summary>
public sealed class PersonalPicks(Subscriptions subscriptions, Reactions reactions, WatchHistory history, IAssetStore assets, IDocuments documents)
{
    /// <summary>The latest subscriptions, reactions and watched videos that are looked at.</summary>
    private const int MostSubscriptions = 50, MostReactions = 50, MostWatched = 100;

    private const int OfSubscription = 6, LikedChannels = 8, OfLikedChannel = 4, LikedCategories = 3;

    private static readonly TimeSpan New = TimeSpan.FromDays(30);

    /// <param name="asOf">Nothing that came later, or then.</param>
    internal async Task<PersonalTaste> ReadAsync(Person person, DateTimeOffset asOf, CancellationToken ct)
    {
        var watched = history.ListAsync(person, new PageRequest(null, MostWatched), unfinished: false, ct);
        var subscribed = (await subscriptions.ListOwnAsync(person, new PageRequest(null, MostSubscriptions), ct)).Items.Where(own => own.At < asOf).Select(own => own.ChannelId).ToList();
        var thought = (await reactions.ListLatestAsync(person, MostReactions, ct)).Where(own => own.At < asOf).ToList();
        var liked = await LikedAsync(thought, ct);
        var channels = liked.Select(FreshVideos.ChannelOf).Except(subscribed).Take(LikedChannels);
        var news = await Task.WhenAll(subscribed.Select(channel => NewestAsync(channel, OfSubscription, asOf, PickReason.Subscription, ct)));
        var more = await Task.WhenAll(channels.Select(channel => NewestAsync(channel, OfLikedChannel, asOf, PickReason.LikedChannel, ct)));
        return new PersonalTaste(
            [.. news.SelectMany(picks => picks).Where(pick => pick.PublishedAt > asOf - New).OrderByDescending(pick => pick.PublishedAt).ThenBy(pick => pick.AssetId, StringComparer.Ordinal)],
            [.. Enumerable.Range(0, OfLikedChannel).SelectMany(turn => more.Where(picks => picks.Count > turn).Select(picks => picks[turn]))],
            CategoriesOf(liked),
            thought.Select(own => own.AssetId).Concat((await watched).Items.Where(each => each.Watched.At < asOf).Select(each => each.Asset.Id)).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The latest like first.</summary>
    private async Task<IReadOnlyList<Asset>> LikedAsync(IReadOnlyList<OwnReaction> thought, CancellationToken ct)
    {
        string[] ids = [.. thought.Where(own => own.Kind == ReactionKind.Like).Select(own => own.AssetId)];
        var found = ids.Length == 0 ? [] : (await assets.FindManyAsync(ids, ct)).ToDictionary(asset => asset.Id, StringComparer.Ordinal);
        return [.. ids.Select(found.GetValueOrDefault).OfType<Asset>()];
    }

    /// <summary>What is liked most often; of the same number what comes first in the list of categories.</summary>
    private static IReadOnlyList<VideoCategory> CategoriesOf(IEnumerable<Asset> liked) =>
    [
        .. liked.Select(asset => asset.Metadata.Category).OfType<VideoCategory>().GroupBy(category => category)
            .OrderByDescending(category => category.Count()).ThenBy(category => category.Key).Take(LikedCategories).Select(category => category.Key),
    ];

    private async Task<IReadOnlyList<Pick>> NewestAsync(string channelId, int limit, DateTimeOffset asOf, PickReason why, CancellationToken ct)
    {
        var page = await documents.ListAsync(ChannelDocuments.Videos, channelId, "", new PageRequest(null, limit), ListOrder.Descending, ct);
        return [.. page.Items.Where(video => video.ListedAt < asOf).Select(video => new Pick(video.AssetId, channelId, null, video.ListedAt, why))];
    }
}
