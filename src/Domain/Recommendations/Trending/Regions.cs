using StreamPlatform.Domain.Catalog.Restrictions;

namespace StreamPlatform.Domain.Recommendations.Trending;

/// <summary>For whom a list is: a country, by ISO 3166-1 alpha-2 in upper case, or the world.</summary>
public static class Regions
{
    public const string World = "world";

    /// <summary>Null of what is no region.</summary>
    public static string? Parse(string text) => text.Equals(World, StringComparison.OrdinalIgnoreCase) ? World : CountryCode.Parse(text);
}
