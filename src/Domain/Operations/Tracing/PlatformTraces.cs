using System.Diagnostics;

namespace StreamPlatform.Domain.Operations.Tracing;

/// <summary>
/// The spans that the platform makes itself, named by OpenTelemetry's conventions. Context (W3C <c>traceparent</c>) rides in
/// what is ours: a work item, a marker, the record of an upload; hosts carry it through their triggers. Ids are attributes,
/// secrets and what is known of people never are.
/// </summary>
public static class PlatformTraces
{
    /// <summary>All of the platform's sources; each room that has spans of its own has one that begins so.</summary>
    public const string AllSources = "StreamPlatform.*";

    public const string SourceName = "StreamPlatform.Platform";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Whether anybody records at all.</summary>
    internal static bool AreRecorded => Source.HasListeners();

    /// <summary>What is under way here, for what carries it on; null when nobody records it.</summary>
    public static string? Parent => Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>A span below what is under way; null when nobody records. Dispose of it at its end.</summary>
    public static Activity? Start(string name, ActivityKind kind = ActivityKind.Internal) =>
        Activity.Current is null ? null : Source.StartActivity(name, kind);

    /// <summary>A message is put into a queue or topic.</summary>
    public static Activity? Send(string destination, string assetId) => Start($"send {destination}", ActivityKind.Producer)
        ?.SetTag(SpanTags.Destination, destination)
        .SetTag(SpanTags.MessagingOperation, "send")
        .SetTag(SpanTags.AssetId, assetId);

    /// <summary>A message that carried <paramref name="traceParent"/> is worked on; a trace of its own when it carried none.</summary>
    public static Activity? Process(string destination, string? traceParent, string assetId) =>
        Source.StartActivity($"process {destination}", ActivityKind.Consumer, ContextOf(traceParent))
            ?.SetTag(SpanTags.Destination, destination)
            .SetTag(SpanTags.MessagingOperation, "process")
            .SetTag(SpanTags.AssetId, assetId);

    /// <summary>Something happened in a trace that nothing carries, since everybody can tell it from what it is about.</summary>
    internal static Activity? Within(string name, ActivityKind kind, ActivityContext trace, string assetId) =>
        Source.StartActivity(name, kind, trace)?.SetTag(SpanTags.AssetId, assetId);

    /// <summary>
    /// Goes on with a trace that a stored record carried, where the trigger that runs us can't know of it: events of storage
    /// carry no context. What ran so far belongs to it, so it starts when the trigger's own span did, to which it has a link.
    /// </summary>
    /// <returns>Null when the record carried none, or nobody records.</returns>
    public static Activity? Continue(string name, string? traceParent, string assetId)
    {
        var context = ContextOf(traceParent);
        if (context == default)
        {
            return null;
        }

        var trigger = Activity.Current;
        ActivityLink[] links = trigger is { Recorded: true } && trigger.TraceId != context.TraceId ? [new ActivityLink(trigger.Context)] : [];
        return Source.StartActivity(name, ActivityKind.Consumer, context, links: links, startTime: trigger is null ? default : trigger.StartTimeUtc)
            ?.SetTag(SpanTags.AssetId, assetId);
    }

    /// <summary>Says which asset, and which workflow of it, what is under way is about.</summary>
    public static void Concerns(string assetId, string? workflowId = null)
    {
        if (Activity.Current is { IsAllDataRequested: true } current)
        {
            current.SetTag(SpanTags.AssetId, assetId);
            if (workflowId is not null)
            {
                current.SetTag(SpanTags.WorkflowId, workflowId);
            }
        }
    }

    /// <summary>The span's work failed, with a code of ours.</summary>
    public static void Fail(this Activity? span, string code) => span?.SetTag(SpanTags.ErrorType, code).SetStatus(ActivityStatusCode.Error);

    private static ActivityContext ContextOf(string? traceParent) =>
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var context) ? context : default;
}
