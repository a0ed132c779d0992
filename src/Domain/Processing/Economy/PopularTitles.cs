namespace StreamPlatform.Domain.Processing.Economy;

/// <summary>Input of the <c>ReencodePopular</c> workflow.</summary>
public sealed record PopularTitles(IReadOnlyList<TitleVelocity> Titles)
{
    /// <summary>Titles one workflow takes.</summary>
    public const int Most = 100;

    /// <summary>Null when it can be done; else what is wrong with it.</summary>
    public Error? Check() => Titles is not { Count: > 0 and <= Most } ? EconomyErrors.TitlesInvalid()
        : Titles.All(title => title is { AssetId.Length: > 0, Views: >= 0 and < 1e12, Days: > 0 and <= TitleVelocity.MostDays }) ? null
        : EconomyErrors.VelocityInvalid();
}
