namespace StreamPlatform.Local.Host.Messaging;

/// <summary>How far a consumer is behind what was sent to a hub.</summary>
/// <param name="Events">That it hasn't dealt with.</param>
/// <param name="OldestAge">How long the first of them has been there; zero when there is none.</param>
public sealed record HubLag(string Hub, string Consumer, long Events, TimeSpan OldestAge);
