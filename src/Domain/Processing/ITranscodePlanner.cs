using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Profiles;

namespace StreamPlatform.Domain.Processing;

/// <summary>Turns probed facts into a plan. Pure: the same input gives the same plan on every machine.</summary>
public interface ITranscodePlanner
{
    Result<TranscodePlan> Plan(string assetId, int generation, SourceFile source, SourceInfo info, EncodingChoice? choice = null);

    /// <summary>The rungs to make of a title that was measured; with no measurements those of the plan.</summary>
    LadderChoice ChooseLadder(TranscodePlan plan, IReadOnlyList<RungMeasurement> measurements);
}
