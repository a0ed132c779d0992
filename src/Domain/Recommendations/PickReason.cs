namespace StreamPlatform.Domain.Recommendations;

/// <summary>What a video is recommended for.</summary>
public enum PickReason
{
    /// <summary>Many watch it now.</summary>
    Trending,

    /// <summary>It is new.</summary>
    Fresh,

    /// <summary>A channel that the viewer subscribes to published it.</summary>
    Subscription,

    /// <summary>The viewer likes other videos of its channel.</summary>
    LikedChannel,

    /// <summary>Many watch it now, and the viewer likes videos of its category.</summary>
    LikedCategory,
}
