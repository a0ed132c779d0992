using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Profiles;

namespace StreamPlatform.Domain.Processing;

/// <summary>Turns probed facts into a plan. Pure: the same input gives the same plan on every machine.</summary>
public interface ITranscodePlanner
{
    Result<TranscodePlan> Plan(string assetId, int generation, SourceFile source, SourceInfo info, EncodingChoice? choice = null);
}
