namespace StreamPlatform.Domain.Processing.Watching;

/// <summary>A run at one instant: its plan, and every item of it in the plan's order, with the parts of those that failed.</summary>
public sealed record RunView(TranscodePlan Plan, IReadOnlyList<ItemView> Items)
{
    internal static RunView Of(TranscodePlan plan, IReadOnlyDictionary<string, ItemMarker> markers, Func<string, ItemProgress?> progress)
    {
        return new RunView(plan, [.. plan.Items.SelectMany(Views)]);

        IEnumerable<ItemView> Views(WorkItemSpec spec) => markers.GetValueOrDefault(spec.Id) is { Failure: { } failure } && !LostRenditions.IsFinal(spec, failure)
            ? spec.Parts().Select(View).Prepend(View(spec))
            : [View(spec)];

        ItemView View(WorkItemSpec spec) => ItemView.From(spec, progress(spec.Id), markers.GetValueOrDefault(spec.Id));
    }

    /// <summary>0 to 1: of the work on one rendition, weighted by what each item is expected to cost.</summary>
    public double FractionOf(string rendition)
    {
        var items = Items
            .Where(item => !item.IsInParts && item.Spec.Kind is WorkItemKind.Video or WorkItemKind.Audio && item.Spec.Renditions.Contains(rendition))
            .Select(item => (item.Fraction, Weight: Math.Max(item.Spec.ExpectedCpuSeconds, 0.1)))
            .ToList();
        return items.Count == 0 ? 0 : items.Sum(item => item.Fraction * item.Weight) / items.Sum(item => item.Weight);
    }
}
