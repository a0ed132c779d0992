namespace StreamPlatform.Domain.Accounts.Profiles;

/// <summary>What others learn of a person, and what is kept of what they watch.</summary>
/// <param name="HistoryPaused">What they watch is not kept with them.</param>
/// <param name="LikesPrivate">Only they see what they like.</param>
/// <param name="SubscriptionsPrivate">Only they see what they subscribe to.</param>
/// <param name="Hidden">For others there is no profile of theirs: nothing but what they publish and say.</param>
public sealed record Privacy(bool HistoryPaused = false, bool LikesPrivate = true, bool SubscriptionsPrivate = true, bool Hidden = false);

/// <summary>A change of <see cref="Privacy"/>: what is absent stays.</summary>
public sealed record PrivacyChange
{
    public Optional<bool> HistoryPaused { get; init; }
    public Optional<bool> LikesPrivate { get; init; }
    public Optional<bool> SubscriptionsPrivate { get; init; }
    public Optional<bool> Hidden { get; init; }

    internal Privacy ApplyTo(Privacy privacy) =>
        new(HistoryPaused.Or(privacy.HistoryPaused), LikesPrivate.Or(privacy.LikesPrivate), SubscriptionsPrivate.Or(privacy.SubscriptionsPrivate), Hidden.Or(privacy.Hidden));
}
