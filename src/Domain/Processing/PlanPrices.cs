namespace StreamPlatform.Domain.Processing;

/// <summary>What making and keeping costs, in dollars; list prices differ by region and contract, so they are given.</summary>
/// <param name="CpuHour">An hour of a virtual CPU.</param>
/// <param name="GigabyteMonth">A gigabyte (10⁹ bytes) stored for a month.</param>
public sealed record PlanPrices(decimal CpuHour, decimal GigabyteMonth)
{
    /// <summary>List prices of a consumption container and of hot storage, as a first guess.</summary>
    public static PlanPrices Usual { get; } = new(0.0864m, 0.0184m);
}
