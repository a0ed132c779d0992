using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace StreamPlatform.Local.Durable;

/// <summary>
/// Spans of workflows, named as the genuine extension names them. An execution's span has the execution's number for its
/// id, so that its activities can name it before it is made, in whichever process; it is made once, when the execution has
/// ended and that is stored, and a replay makes none. Each run of an activity is a span, a run after a crash another.
/// </summary>
internal static class WorkflowSpans
{
    private static readonly ActivitySource s_source = new("StreamPlatform.Local.Durable");

    /// <summary>What starts an instance here and now; null when nobody records.</summary>
    public static string? Starter =>
        Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>The context of an instance's present execution; null when nobody recorded its start.</summary>
    public static string? ContextOf(InstanceHead head) => ContextOf(head.TraceParent, head.Execution);

    /// <inheritdoc cref="ContextOf(InstanceHead)"/>
    public static string? ContextOf(string? starter, long execution) => ActivityContext.TryParse(starter, null, out var context)
        ? $"00-{context.TraceId}-{IdOf(execution)}-{(context.TraceFlags.HasFlag(ActivityTraceFlags.Recorded) ? "01" : "00")}"
        : null;

    /// <summary>The span of one run of an activity; null when nobody records.</summary>
    public static Activity? OfActivity(ActivityWork work) => Start($"activity:{work.Name}", work.TraceParent, default)
        ?.SetTag("durabletask.type", "activity")
        .SetTag("durabletask.task.name", work.Name)
        .SetTag("durabletask.task.task_id", work.TaskId)
        .SetTag("streamplatform.workflow.id", work.Instance);

    /// <summary>An execution has ended.</summary>
    public static void Ended(InstanceHead head, Ending ending, DateTime now)
    {
        if (head.Began is not { } began || Start($"orchestration:{head.Name}", head.TraceParent, began) is not { } span)
            return;
        SpanId(span) = IdOf(head.Execution);
        span.SetTag("durabletask.type", "orchestration")
            .SetTag("durabletask.task.name", head.Name)
            .SetTag("durabletask.task.status", ending.Restart is null ? ending.Status.ToString() : "ContinuedAsNew")
            .SetTag("streamplatform.workflow.id", head.Id);
        if (ending.Failure is { } failure)
            span.SetTag("error.type", failure.ErrorType).SetStatus(ActivityStatusCode.Error);
        span.SetEndTime(now);
        span.Dispose();
    }

    private static Activity? Start(string name, string? parent, DateTime began) =>
        ActivityContext.TryParse(parent, null, isRemote: true, out var context)
            ? s_source.StartActivity(name, ActivityKind.Server, context, startTime: began == default ? default : new DateTimeOffset(began))
            : null;

    private static string IdOf(long execution) => execution.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>There is no other way to an id of one's own; the genuine engine takes this one, too.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_spanId")]
    private static extern ref string? SpanId(Activity span);
}
