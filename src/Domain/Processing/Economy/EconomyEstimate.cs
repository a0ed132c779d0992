namespace StreamPlatform.Domain.Processing.Economy;

/// <summary>What a step is expected to save and to cost over the horizon, dollars.</summary>
/// <param name="Saving">Delivery that is not paid for.</param>
/// <param name="Encoding">Processor time, once.</param>
/// <param name="Storage">Of what is kept beside the renditions there are.</param>
public sealed record EconomyEstimate(decimal Saving, decimal Encoding, decimal Storage)
{
    public decimal Cost => Encoding + Storage;

    public decimal Gain => Saving - Cost;

    public bool Pays(EconomyOptions options) => Saving > options.Margin * Cost;

    /// <summary>
    /// saving = views/day × days × share watched × share of views it reaches × seconds × bitrate × share of bits saved ÷ 8 ×
    /// price of a byte delivered; encoding = CPU seconds × price; storage = bytes × price × days ÷ 30. Views are taken to
    /// be spread evenly over the rungs, so the bitrate is their mean.
    /// </summary>
    /// <param name="seconds">Of the title.</param>
    /// <param name="replacedBitrates">Published average bitrates of the rungs that are watched in the new ones' place.</param>
    /// <param name="replaces">True when the new ones take the old ones' place, so nothing more is kept.</param>
    public static EconomyEstimate Of(
        EconomyStep step, EconomyOptions options, PlanPrices prices, double viewsPerDay, double seconds, IReadOnlyList<long> replacedBitrates, double cpuSeconds, bool replaces)
    {
        var views = viewsPerDay * options.HorizonDays * options.WatchedShare * step.Reach;
        var saved = views * seconds * replacedBitrates.Average() * step.Saves / 8;
        var kept = replaces ? 0 : seconds * replacedBitrates.Sum() * (1 - step.Saves) / 8;
        return new EconomyEstimate(
            (decimal)Math.Min(saved, 1e18) / 1e9m * options.EgressGigabyte,
            (decimal)cpuSeconds / 3600 * prices.CpuHour,
            (decimal)kept / 1e9m * prices.GigabyteMonth * (decimal)(options.HorizonDays / 30));
    }
}
