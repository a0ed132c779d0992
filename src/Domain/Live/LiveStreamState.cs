namespace StreamPlatform.Domain.Live;

/// <summary>Where a live stream is. Which event leads where is in <see cref="LiveStreamTransitions"/>.</summary>
public enum LiveStreamState
{
    /// <summary>Nobody sends.</summary>
    Idle,

    /// <summary>An encoder is connected.</summary>
    Active,

    /// <summary>Its owner lets no encoder in.</summary>
    Disabled,
}
