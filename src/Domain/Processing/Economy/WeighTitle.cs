using System.Globalization;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing.Extensions;

namespace StreamPlatform.Domain.Processing.Economy;

/// <summary>Decides by a title's views whether a better encode pays, and which: that with the largest gain. Changes nothing.</summary>
public sealed class WeighTitle(IAssetStore store, Presentations presentations, IExtensionPlanner planner, EconomyOptions options)
{
    public async Task<EconomyDecision> ExecuteAsync(TitleVelocity title, CancellationToken ct)
    {
        var found = OpaqueId.IsValid(title.AssetId, AssetIds.Prefix) ? await store.FindAsync(title.AssetId, ct) : null;
        if (found is not { Value: { PublishedRunId: not null, State: AssetState.Ready, Trashed: null } asset })
        {
            return new EconomyDecision(title.AssetId, "It is not a video that is ready.");
        }

        if (ExtendAsset.Next(asset) is { Succeeded: false, Error: var busy })
        {
            return new EconomyDecision(asset.Id, busy!.Message);
        }

        return await presentations.StoredAsync(asset, ct) is { Succeeded: true, Value: var published } ? Weigh(title, asset, published) : new EconomyDecision(asset.Id, "Its revision is gone.");
    }

    private EconomyDecision Weigh(TitleVelocity title, Asset asset, Presentation published)
    {
        var weighed = EconomyStep.All
            .Where(step => title.ViewsPerDay >= step.LeastViewsPerDay && !IsTaken(asset, step))
            .Select(step => Weigh(step, title, asset, published))
            .OfType<Weighed>()
            .OrderByDescending(each => each.Estimate.Gain)
            .ToList();
        if (weighed is not [var best, ..])
        {
            return new EconomyDecision(asset.Id, string.Create(CultureInfo.InvariantCulture, $"Nothing is left to do at {title.ViewsPerDay:0.#} views a day."));
        }

        var sums = string.Create(
            CultureInfo.InvariantCulture, $"{best.Step.Name} would save ${best.Estimate.Saving:0.0000} and cost ${best.Estimate.Cost:0.0000} in {options.HorizonDays:0.#} days");
        return best.Estimate.Pays(options)
            ? new EconomyDecision(
                asset.Id, $"{sums}.", new ExtensionRun(asset.Id, asset.Generation, ExtendAsset.Next(asset).Value, best.Rungs, IsEconomy: true, best.Step.Name), best.Step.Name, best.Estimate)
            : new EconomyDecision(asset.Id, string.Create(CultureInfo.InvariantCulture, $"{sums}: less than {options.Margin:0.##} times as much."), null, best.Step.Name, best.Estimate);
    }

    /// <summary>Null when the step has nothing to make of the title: no rung of its codec is missing or made with less effort.</summary>
    private Weighed? Weigh(EconomyStep step, TitleVelocity title, Asset asset, Presentation published)
    {
        var h264 = published.Video.Where(video => video.Codecs.StartsWith("avc", StringComparison.Ordinal)).ToList();
        if (published.Video is not [{ FrameRate: var rate }, ..] || asset.SourcePicture is not { } picture)
        {
            return null;
        }

        // Rungs are compared with the H.264 rung of their size, which viewers get as long as there is nothing better.
        var replaces = step.Codec == "h264";
        var rungs = planner.Offer(picture, asset.Encoding)
            .Where(rung => rung.Codec == step.Codec && rung.Range == DynamicRange.Standard && rung.Preset != step.Preset)
            .Where(rung => h264.Exists(video => video.Height == rung.Height) && published.Video.Any(video => video.Name == rung.Name) == replaces)
            .Select(rung => rung with { Preset = step.Preset ?? rung.Preset })
            .ToList();
        if (rungs.Count == 0)
        {
            return null;
        }

        var bitrates = h264.Where(video => rungs.Exists(rung => rung.Height == video.Height)).Select(video => video.AverageBitrate).ToList();
        var cpu = planner.CpuSeconds(picture, rate, published.DurationSeconds, rungs);
        return new Weighed(
            step,
            [.. rungs.Select(rung => new WantedRung(rung.Name, step.Preset))],
            EconomyEstimate.Of(step, options, planner.Prices, title.ViewsPerDay, published.DurationSeconds, bitrates, cpu, replaces));
    }

    private static bool IsTaken(Asset asset, EconomyStep step) => asset.EconomySteps?.Contains(new TakenStep(step.Name, asset.Generation)) == true;

    private sealed record Weighed(EconomyStep Step, IReadOnlyList<WantedRung> Rungs, EconomyEstimate Estimate);
}
