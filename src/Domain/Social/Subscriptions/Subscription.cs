namespace StreamPlatform.Domain.Social.Subscriptions;

/// <summary>Somebody's subscription to a channel.</summary>
/// <param name="ChannelId">The channel's.</param>
/// <param name="Notify">They are told of new videos.</param>
/// <param name="At">Since when it is so.</param>
public sealed record Subscription(string ChannelId, bool Notify, DateTimeOffset At);
