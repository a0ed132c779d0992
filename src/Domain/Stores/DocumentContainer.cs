namespace StreamPlatform.Domain.Stores;

/// <summary>Where a kind of document lies: what is read and written alike shares a container, and its throughput.</summary>
public enum DocumentContainer
{
    /// <summary>People, organisations, sessions and tokens.</summary>
    Accounts,

    /// <summary>What belongs to videos and is no asset: channels, listings.</summary>
    Catalog,

    /// <summary>What people say and do: comments, reactions, playlists, subscriptions, notifications.</summary>
    Social,
}
