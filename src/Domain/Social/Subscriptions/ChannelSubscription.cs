namespace StreamPlatform.Domain.Social.Subscriptions;

/// <summary>How many subscribe to a channel, and whether the caller does.</summary>
/// <param name="Subscribed">The caller does.</param>
/// <param name="Notify">The caller is told of new videos.</param>
public sealed record ChannelSubscription(bool Subscribed, bool Notify, long Subscribers);
