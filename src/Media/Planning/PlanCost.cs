using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Planning;

/// <summary>What a plan is expected to take.</summary>
/// <param name="CpuSeconds">Of all items, by the cost model.</param>
/// <param name="Bytes">Most that the renditions can have: each at its bitrate cap all the time. Measured titles need less.</param>
/// <param name="MakeDollars">Processor time, once.</param>
/// <param name="MonthDollars">Storage of renditions, each month.</param>
public sealed record PlanCost(double CpuSeconds, long Bytes, decimal MakeDollars, decimal MonthDollars)
{
    /// <summary>Null when making it costs no more than may be spent unasked.</summary>
    public static CostQuestion? Ask(TranscodePlan plan, PlanOptions options) =>
        (plan.Choice?.CostCap ?? options.CostCap) is { } cap && Math.Round(Of(plan, options.Prices).MakeDollars, 4) is var expected && expected > cap
            ? new CostQuestion(expected, cap)
            : null;

    public static PlanCost Of(TranscodePlan plan, PlanPrices prices)
    {
        var cpu = plan.Items.Sum(item => item.ExpectedCpuSeconds);
        var seconds = plan.Grid is { } grid ? grid.TotalFrames / grid.FrameRate.Value : plan.Info.DurationSeconds;
        // The VBV buffer is two seconds of the average bitrate.
        var bits = plan.Video.Sum(rung => rung.BufferBits / 2.0) + plan.Audio.Sum(audio => (double)audio.Bitrate);
        var bytes = (long)(bits * seconds / 8);
        return new PlanCost(cpu, bytes, (decimal)cpu * prices.CpuHour / 3600, bytes / 1e9m * prices.GigabyteMonth);
    }
}
