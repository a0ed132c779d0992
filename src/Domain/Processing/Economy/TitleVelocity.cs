namespace StreamPlatform.Domain.Processing.Economy;

/// <summary>How often a title is watched.</summary>
/// <param name="Views">Counted over <paramref name="Days"/>.</param>
/// <param name="Days">Length of the window.</param>
public sealed record TitleVelocity(string AssetId, double Views, double Days = 1)
{
    /// <summary>The longest window that says something of tomorrow, days.</summary>
    public const double MostDays = 365;

    public double ViewsPerDay => Views / Days;
}
