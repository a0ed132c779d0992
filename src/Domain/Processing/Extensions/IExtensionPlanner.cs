using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Profiles;

namespace StreamPlatform.Domain.Processing.Extensions;

/// <summary>What more can be made of a published asset, and the plan that makes it. Pure, as <see cref="ITranscodePlanner"/> is.</summary>
public interface IExtensionPlanner
{
    /// <summary>What the platform pays for making and keeping.</summary>
    PlanPrices Prices { get; }

    /// <summary>Every rung of every codec that a picture of this size can have; nothing is enlarged. Largest first, codec by codec.</summary>
    IReadOnlyList<VideoRendition> Offer(SourcePicture picture, EncodingChoice? choice);

    /// <summary>Processor seconds that making these rungs of so many seconds takes, by the cost model.</summary>
    double CpuSeconds(SourcePicture picture, Rational frameRate, double seconds, IReadOnlyList<VideoRendition> rungs);

    /// <summary>The plan of the wanted rungs alone, on the published revision's timeline; or why they can't be made (<c>rendition.*</c>).</summary>
    Result<TranscodePlan> Plan(ExtensionOrder order);
}
