using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Operations.Tiers;

/// <summary>Which tier a video's media belongs into by how often it is watched: section <c>Tiers</c> of the settings.</summary>
public sealed record TierOptions
{
    public const string Section = "Tiers";

    /// <summary>What is done each night.</summary>
    public TierMode Nightly { get; init; } = TierMode.Report;

    /// <summary>Watched more often a day, it is hot.</summary>
    public double HotViewsPerDay { get; init; } = 1000;

    /// <summary>Watched more often a day, it is cool.</summary>
    public double CoolViewsPerDay { get; init; } = 100;

    /// <summary>Younger, it is cool at least.</summary>
    public double RecentDays { get; init; } = 365;

    /// <summary>Old and hardly watched any more, but watched more often than this altogether, it is cold.</summary>
    public double ColdViews { get; init; } = 10_000;

    /// <summary>What is old and was never watched much goes to the archive, from where it has to be brought back for hours; else it is cold.</summary>
    public bool Archive { get; init; }

    /// <param name="age">Since it was published.</param>
    public StorageTier Choose(ViewVelocity views, TimeSpan age) =>
        views.PerDay > HotViewsPerDay ? StorageTier.Hot
        : views.PerDay > CoolViewsPerDay || age.TotalDays < RecentDays ? StorageTier.Cool
        : views.Total > ColdViews || !Archive ? StorageTier.Cold
        : StorageTier.Archive;

    /// <exception cref="ArgumentException">A setting is out of range; the message names it.</exception>
    public TierOptions Validated()
    {
        Check(CoolViewsPerDay is > 0 and <= 1e9, nameof(CoolViewsPerDay), "above 0, up to 1000000000");
        Check(HotViewsPerDay >= CoolViewsPerDay && HotViewsPerDay <= 1e9, nameof(HotViewsPerDay), $"at least {nameof(CoolViewsPerDay)}, up to 1000000000");
        Check(RecentDays is >= 0 and <= 36_500, nameof(RecentDays), "0 to 36500");
        Check(ColdViews is >= 0 and <= 1e12, nameof(ColdViews), "0 to 1000000000000");
        return this;
    }

    private static void Check(bool valid, string name, string range)
    {
        if (!valid)
        {
            throw new ArgumentException($"{Section}:{name} must be {range}.");
        }
    }
}

/// <summary>What a look at the tiers does.</summary>
public enum TierMode
{
    Off,

    /// <summary>Says what would be moved.</summary>
    Report,
    Move,
}
