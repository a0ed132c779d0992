using StreamPlatform.Domain.Operations.Tracing;

namespace StreamPlatform.Local.Cli.Tracing;

/// <summary>A trace as people look at it: a row a span, each below the one that led to it, by time.</summary>
/// <param name="Start">Microseconds since 1970.</param>
/// <param name="Duration">Microseconds from the first span's start to the last one's end.</param>
/// <param name="Scale">Where on the picture an instant is.</param>
internal sealed record Waterfall(string TraceId, long Start, long Duration, TimeScale Scale, IReadOnlyList<Waterfall.Row> Rows)
{
    /// <summary>
    /// Null when nothing is left of the trace. A span whose parent isn't there stands at the edge; those of a workflow that
    /// still runs, whose own span is only made at its end, below a row that says so.
    /// </summary>
    public static Waterfall? Of(string traceId, IReadOnlyList<SpanRecord> spans)
    {
        if (spans.Count == 0)
        {
            return null;
        }

        // A span that was handed in twice counts once.
        var unique = spans.DistinctBy(span => span.SpanId).ToList();
        var ran = unique.Where(span => !IsWorkflow(span)).Select(span => (span.Start, span.End)).ToList();
        unique.AddRange(OpenWorkflows(unique));
        unique.Sort((one, other) => one.Start.CompareTo(other.Start));
        var known = unique.Select(span => span.SpanId).ToHashSet(StringComparer.Ordinal);
        var children = unique.ToLookup(span => span.ParentId is { } parent && known.Contains(parent) && parent != span.SpanId ? parent : "", StringComparer.Ordinal);
        var rows = new List<Row>();
        Add("", 0);
        var start = unique[0].Start;
        var scale = new TimeScale(ran.Count > 0 ? ran : [(start, unique.Max(span => span.End))]);
        return new Waterfall(traceId, start, Math.Max(1, unique.Max(span => span.End) - start), scale, rows);

        void Add(string parent, int depth)
        {
            foreach (var span in children[parent])
            {
                rows.Add(new Row(span, depth));
                Add(span.SpanId, depth + 1);
            }
        }
    }

    private static bool IsWorkflow(SpanRecord span) => span.Attributes.GetValueOrDefault("durabletask.type") == "orchestration";

    private static List<SpanRecord> OpenWorkflows(List<SpanRecord> spans) =>
    [
        .. spans
            .Where(span => span.ParentId is not null && span.Attributes.ContainsKey(SpanTags.WorkflowId) && spans.TrueForAll(other => other.SpanId != span.ParentId))
            .GroupBy(span => (span.ParentId, Workflow: span.Attributes[SpanTags.WorkflowId]))
            .Select(steps => new SpanRecord(
                steps.First().TraceId, steps.Key.ParentId!, null, steps.First().Process, "workflow, not ended yet", "server",
                steps.Min(step => step.Start), steps.Max(step => step.End) - steps.Min(step => step.Start), Failed: false, new Dictionary<string, string>())),
    ];

    /// <summary>A span, so many levels in.</summary>
    internal sealed record Row(SpanRecord Span, int Depth)
    {
        /// <summary>Its name, and which item it is about.</summary>
        public string Label => Span.Attributes.TryGetValue(SpanTags.ItemId, out var item) ? $"{Span.Name} · {item}" : Span.Name;
    }
}
