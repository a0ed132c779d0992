using StreamPlatform.Domain.Social.Marking;

namespace StreamPlatform.Domain.Social.Subscriptions;

/// <summary>A channel's new video of which its subscribers are told, some at a time: input of the <see cref="Workflow"/>.</summary>
/// <param name="Buckets">Of marks, that are still to be read; the first is being read.</param>
/// <param name="Cursor">Where in the first bucket.</param>
public sealed record NewVideo(string ChannelId, string AssetId, IReadOnlyList<string> Buckets, string? Cursor)
{
    public const string Workflow = "TellSubscribers";

    public string InstanceId => $"tell-{AssetId}";
}
