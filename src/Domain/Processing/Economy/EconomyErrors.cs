namespace StreamPlatform.Domain.Processing.Economy;

/// <summary>What can be wrong with a list of popular titles.</summary>
public static class EconomyErrors
{
    /// <summary>There are no titles, or too many.</summary>
    public static Error TitlesInvalid() => new("economy.titles_invalid", 400, $"Give 1 to {PopularTitles.Most} titles at once.");

    /// <summary>No look at popular titles has this id.</summary>
    public static Error NotFound() => new("economy.not_found", 404, "There is no look at popular titles of this id.");

    /// <summary>A number can't be meant.</summary>
    public static Error VelocityInvalid() => new(
        "economy.velocity_invalid", 400, $"Each title needs an assetId, views from 0 on, and days above 0, up to {TitleVelocity.MostDays}.");
}
