namespace StreamPlatform.Domain.Catalog.Restrictions;

/// <summary>A change of where an asset plays: what is absent stays, null clears.</summary>
public sealed record RestrictionsChange
{
    public const int MaxOrigins = 50;

    /// <summary>It plays in these countries only (ISO 3166-1 alpha-2).</summary>
    public Optional<IReadOnlyList<string?>?> AllowedCountries { get; init; }

    /// <summary>It does not play in these.</summary>
    public Optional<IReadOnlyList<string?>?> DeniedCountries { get; init; }

    /// <summary>It plays on pages of these hosts only: `www.example.com`, or `*.example.com` for all below.</summary>
    public Optional<IReadOnlyList<string?>?> AllowedOrigins { get; init; }

    /// <summary>The restrictions after the change, the very same when nothing is another; null when there are none.</summary>
    internal Result<ViewingRestrictions?> ApplyTo(ViewingRestrictions? restrictions)
    {
        var before = restrictions ?? new ViewingRestrictions();
        var allowed = ListOf(AllowedCountries, before.AllowedCountries, CountryCode.Parse, CountryCode.Count);
        var denied = ListOf(DeniedCountries, before.DeniedCountries, CountryCode.Parse, CountryCode.Count);
        var origins = ListOf(AllowedOrigins, before.AllowedOrigins, HostPattern.Parse, MaxOrigins);
        if (allowed is null || denied is null)
        {
            return RestrictionErrors.CountriesInvalid();
        }

        if (origins is null)
        {
            return RestrictionErrors.OriginsInvalid();
        }

        var changed = before with { AllowedCountries = allowed, DeniedCountries = denied, AllowedOrigins = origins };
        return allowed.Count + denied.Count + origins.Count == 0 ? (ViewingRestrictions?)null : changed == restrictions ? restrictions : changed;
    }

    /// <summary>Null when one of them can't be, or there are too many.</summary>
    private static IReadOnlyList<string>? ListOf(Optional<IReadOnlyList<string?>?> given, IReadOnlyList<string> before, Func<string?, string?> parse, int most)
    {
        if (!given.IsGiven)
        {
            return before;
        }

        List<string?> parsed = [.. (given.Value ?? []).Take(most + 1).Select(parse)];
        List<string> list = [.. parsed.OfType<string>().Distinct(StringComparer.Ordinal)];
        return parsed.Count > most || parsed.Contains(null) ? null
            : list.SequenceEqual(before, StringComparer.Ordinal) ? before
            : list;
    }
}
