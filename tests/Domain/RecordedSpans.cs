using System.Collections.Concurrent;
using System.Diagnostics;

namespace StreamPlatform.Tests;

/// <summary>A trace of a test's own: its root is under way until the end, and every span of it, whoever made it, is recorded. Tests beside it aren't.</summary>
internal sealed class RecordedSpans : IDisposable
{
    private readonly ActivitySource _source = new($"Test.{Guid.NewGuid():N}");
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    /// <param name="traceId">Of a trace that began elsewhere; its root isn't under way here.</param>
    public RecordedSpans(ActivityTraceId? traceId = null)
    {
        // Others' sources are listened to only for what belongs to this trace.
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source == _source || source.Name.StartsWith("StreamPlatform.", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Source == _source || Root is { } root && options.TraceId == (traceId ?? root.TraceId) ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = span =>
            {
                if (span.TraceId == (traceId ?? Root?.TraceId))
                    _ended.Enqueue(span);
            },
        };
        ActivitySource.AddActivityListener(_listener);
        Root = _source.CreateActivity("test", ActivityKind.Internal)!;
        Root.SetIdFormat(ActivityIdFormat.W3C);
        Activity.Current = null;
        Root.Start();
    }

    public Activity Root { get; }

    /// <summary>Those that have ended, in that order.</summary>
    public IReadOnlyList<Activity> Ended => [.. _ended];

    public IEnumerable<string> Names => Ended.Select(span => span.OperationName);

    /// <summary>The one span of this name.</summary>
    public Activity this[string name] => Ended.Single(span => span.OperationName == name);

    public void Dispose()
    {
        Root.Dispose();
        _listener.Dispose();
        _source.Dispose();
    }
}
