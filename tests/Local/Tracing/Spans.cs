using StreamPlatform.Domain.Operations.Tracing;

namespace StreamPlatform.Local.Tests.Tracing;

internal static class Spans
{
    public static SpanRecord Of(string trace, string id, long start, long duration = 10, string? parent = null, string? asset = null, string? workflow = null, string name = "work")
    {
        var attributes = new Dictionary<string, string>();
        if (asset is not null)
            attributes[SpanTags.AssetId] = asset;
        if (workflow is not null)
            attributes[SpanTags.WorkflowId] = workflow;
        return new SpanRecord(trace, id, parent, "platform", name, "internal", start, duration, Failed: false, attributes);
    }
}
