namespace StreamPlatform.Domain.Operations.Business;

/// <summary>In how many of its parts a day, or several, viewers could be served.</summary>
/// <param name="Of">Parts that are over, since the platform is there.</param>
public readonly record struct Availability(int Up, int Of)
{
    /// <summary>0 to 1; null where nothing is known.</summary>
    public double? Share => Of > 0 ? (double)Up / Of : null;

    public static Availability operator +(Availability one, Availability other) => new(one.Up + other.Up, one.Of + other.Of);
}
