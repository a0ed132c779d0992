namespace StreamPlatform.Domain.Catalog.Restrictions;

/// <summary>Where an asset plays, for all but its owner: in which countries, and on whose pages.</summary>
public sealed record ViewingRestrictions
{
    /// <summary>Nowhere else; empty for anywhere. ISO 3166-1 alpha-2, upper case.</summary>
    public IReadOnlyList<string> AllowedCountries { get; init; } = [];

    /// <summary>Not there, even if allowed.</summary>
    public IReadOnlyList<string> DeniedCountries { get; init; } = [];

    /// <summary>On pages of these hosts only; empty for any. See <see cref="HostPattern"/>.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <param name="country">Where the viewer is; null when nobody can tell, which is nowhere that is allowed and nowhere that is denied.</param>
    public bool PlaysIn(string? country) =>
        (AllowedCountries.Count == 0 || (country is not null && AllowedCountries.Contains(country, StringComparer.Ordinal)))
        && (country is null || !DeniedCountries.Contains(country, StringComparer.Ordinal));

    /// <param name="host">Of the page that plays, lower case; null when none is told, which is none that is allowed.</param>
    public bool PlaysOn(string? host) =>
        AllowedOrigins.Count == 0 || (host is not null && AllowedOrigins.Any(pattern => HostPattern.Matches(pattern, host)));
}
