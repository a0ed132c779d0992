namespace StreamPlatform.Domain.Telemetry.Returning;

/// <summary>Which share of a cohort came back on a day.</summary>
/// <param name="Share">0 to 1.</param>
/// <param name="Margin">In 95 of 100 cases the share is off by no more; 0 where everybody was looked at.</param>
/// <param name="Of">How many viewers were looked at.</param>
public sealed record ReturnRate(double Share, double Margin, int Of)
{
    /// <summary>Null where nobody was looked at.</summary>
    internal static ReturnRate? From(int of, int shared, bool whole) => of == 0 ? null : new ReturnRate((double)shared / of, whole ? 0 : MarginOf(of, shared), of);

    /// <summary>Agresti and Coull 1998: two standard errors, with two more that came back and two that didn't, so that 0 % of few isn't told as certain.</summary>
    private static double MarginOf(int of, int shared)
    {
        var share = (shared + 2.0) / (of + 4);
        return 2 * Math.Sqrt(share * (1 - share) / (of + 4));
    }
}
