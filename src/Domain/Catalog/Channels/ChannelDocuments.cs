using System.Globalization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Catalog.Channels;

/// <summary>The kinds of documents that channels are.</summary>
public static class ChannelDocuments
{
    /// <summary>An owner's, the newest first.</summary>
    public static DocumentKind<Channel> Channels { get; } =
        new("channel", DocumentContainer.Catalog, channel => new DocumentKey(channel.OwnerId, channel.Id)) { PlaceOf = channel => ListPlace.At(channel.CreatedAt) };

    public static DocumentKind<ChannelName> Names { get; } = new("channelName", DocumentContainer.Catalog, name => KeyOf(name.Name));

    /// <summary>A channel's, the newest first.</summary>
    public static DocumentKind<ChannelVideo> Videos { get; } =
        new("channelVideo", DocumentContainer.Catalog, video => new DocumentKey(video.ChannelId, video.AssetId)) { PlaceOf = video => ListPlace.At(video.ListedAt) };

    public static DocumentKind<ListedVideo> Listed { get; } = new("listedVideo", DocumentContainer.Catalog, listed => KeyOf(listed.AssetId));

    public static DocumentKind<DayVideo> DayVideos { get; } =
        new("dayVideo", DocumentContainer.Catalog, video => new DocumentKey($"day-{video.Day}", video.AssetId)) { PlaceOf = video => ListPlace.At(video.ListedAt) };

    public static DocumentKind<ListedDay> Days { get; } =
        new("listedDay", DocumentContainer.Catalog, day => new DocumentKey(ListedDay.Partition, day.Day)) { PlaceOf = day => new ListPlace("", day.Day) };

    /// <summary>Of what lies alone.</summary>
    public static DocumentKey KeyOf(string name) => new(name, name);

    public static string DayOf(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
