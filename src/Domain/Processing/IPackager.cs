using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Domain.Processing;

/// <summary>Joins what the items made into one presentation, after proving that it plays as one timeline.</summary>
public interface IPackager
{
    /// <summary>
    /// Checks continuity, alignment and init equality over all markers of the run and builds the presentation. Pure on
    /// its inputs. Fails with <c>package.*</c> codes.
    /// </summary>
    Result<Presentation> Package(TranscodePlan plan, IReadOnlyList<ItemMarker> markers);
}
