namespace StreamPlatform.Domain.Catalog.Restrictions;

/// <summary>What can be wrong with where an asset is to play.</summary>
public static class RestrictionErrors
{
    /// <summary>A list of countries holds what is no country.</summary>
    public static Error CountriesInvalid() => new(
        "asset.countries_invalid", 400, "allowedCountries and deniedCountries are lists of country codes (ISO 3166-1 alpha-2), such as [\"DE\", \"FR\"].");

    /// <summary>The list of origins is too long, or holds what is no host.</summary>
    public static Error OriginsInvalid() => new(
        "asset.origins_invalid",
        400,
        $"allowedOrigins is a list of at most {RestrictionsChange.MaxOrigins} hosts without scheme and port, such as [\"www.example.com\", \"*.example.org\"].");
}
