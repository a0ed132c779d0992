namespace StreamPlatform.Domain.Processing.Economy;

/// <summary>What delivery costs, and how sure a gain must be: section <c>Economy</c> of the settings. Dollars. What making and keeping costs, <see cref="PlanPrices"/> tell.</summary>
public sealed record EconomyOptions
{
    public const string Section = "Economy";

    /// <summary>A gigabyte (10⁹ bytes) delivered to viewers.</summary>
    public decimal EgressGigabyte { get; init; } = 0.08m;

    /// <summary>Days for which a title is expected to stay as popular as it is.</summary>
    public double HorizonDays { get; init; } = 30;

    /// <summary>Share of a title that a view plays on average.</summary>
    public double WatchedShare { get; init; } = 0.5;

    /// <summary>A step must save so many times what it costs.</summary>
    public decimal Margin { get; init; } = 1.5m;

    /// <exception cref="ArgumentException">A setting is out of range; the message names it.</exception>
    public EconomyOptions Validated()
    {
        Check(EgressGigabyte is >= 0 and <= 100, nameof(EgressGigabyte), "0 to 100");
        Check(HorizonDays is > 0 and <= 3650, nameof(HorizonDays), "above 0, up to 3650");
        Check(WatchedShare is > 0 and <= 1, nameof(WatchedShare), "above 0, up to 1");
        Check(Margin is >= 1 and <= 1000, nameof(Margin), "1 to 1000");
        return this;
    }

    private static void Check(bool valid, string name, string range)
    {
        if (!valid)
            throw new ArgumentException($"{Section}:{name} must be {range}.");
    }
}
