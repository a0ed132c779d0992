using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Processing;

/// <summary>Renditions that an item failed for, by itself or together with others and then by itself again.</summary>
public static class LostRenditions
{
    /// <summary>Each lost rendition's name with the failure that cost it; in the plan's order.</summary>
    /// <param name="markers">By item; those of parts too.</param>
    public static IReadOnlyDictionary<string, AssetFailure> Of(TranscodePlan plan, IReadOnlyDictionary<string, ItemMarker> markers)
    {
        var lost = new Dictionary<string, AssetFailure>(StringComparer.Ordinal);
        foreach (var item in plan.Items.Where(item => item.Kind is WorkItemKind.Video or WorkItemKind.Audio))
        {
            if (markers.GetValueOrDefault(item.Id)?.Failure is not { } failure)
            {
                continue;
            }

            foreach (var rendition in item.Renditions)
            {
                var last = IsFinal(item, failure) ? failure : markers.GetValueOrDefault(WorkItemSpec.PartId(item.Id, rendition))?.Failure;
                if (last is not null)
                {
                    lost.TryAdd(rendition, last);
                }
            }
        }

        return lost;
    }

    /// <summary>True when trying the item's renditions each by itself can't help: there is one, or the source is at fault.</summary>
    public static bool IsFinal(WorkItemSpec item, AssetFailure failure) => item.Parts().Count == 0 || IsOfSource(failure);

    /// <summary>True when every rendition would fail alike.</summary>
    public static bool IsOfSource(AssetFailure failure) => failure.Code.StartsWith("source.", StringComparison.Ordinal);
}
