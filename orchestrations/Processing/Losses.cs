using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Runs;

namespace StreamPlatform.Orchestrations.Processing;

/// <summary>
/// What a run has lost so far, and whether it can still become a ladder worth publishing. Decides from the history alone;
/// runs that began under a release that needed every rendition still do.
/// </summary>
internal sealed class Losses(IReadOnlyList<IReadOnlyList<string>>? needed)
{
    private readonly HashSet<string> _lost = [];
    private IReadOnlyList<IReadOnlyList<string>>? _needed = needed;

    /// <summary>Why the run can't be published any more; null while it can.</summary>
    public AssetFailure? Fatal { get; private set; }

    /// <summary>The ladder was settled, and with it what is needed of it.</summary>
    public void Need(IReadOnlyList<IReadOnlyList<string>> needed) => _needed = needed;

    /// <summary>An item failed; what to try instead.</summary>
    public IReadOnlyList<RunItem> Take(RunItem item, AssetFailure failure)
    {
        if (!item.IsEssential())
        {
            return [];
        }

        if (_needed is not { } required || item.Renditions is not { } renditions || LostRenditions.IsOfSource(failure))
        {
            Fatal ??= failure;
            return [];
        }

        if (item.Parts() is { Count: > 0 } parts)
        {
            return [.. parts.Where(IsWanted)];
        }

        _lost.UnionWith(renditions);
        if (required.Any(group => group.All(_lost.Contains)))
        {
            Fatal ??= failure;
        }

        return [];
    }

    /// <summary>False when everything that the item makes is lost already.</summary>
    public bool IsWanted(RunItem item) => item.Renditions is not { Count: > 0 } renditions || !renditions.All(_lost.Contains);
}
