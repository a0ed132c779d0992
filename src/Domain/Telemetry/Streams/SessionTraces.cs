using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using StreamPlatform.Domain.Operations.Tracing;

namespace StreamPlatform.Domain.Telemetry.Streams;

/// <summary>
/// A trace of each of a few sessions: which, and under which id, follows from the session's own id, so that beacons that come in
/// different requests, minutes and processes are one trace. Section <c>Tracing</c> of the settings.
/// </summary>
public sealed record SessionTraces
{
    public const string Section = "Tracing";

    private const string Hub = "telemetry";

    /// <summary>Share of the sessions that are traced, 0 to 1.</summary>
    public double SessionShare { get; init; } = 0.001;

    /// <exception cref="ArgumentException">The share can't be meant.</exception>
    public SessionTraces Validated() => SessionShare is >= 0 and <= 1 ? this : throw new ArgumentException($"{Section}:{nameof(SessionShare)} must be 0 to 1.");

    /// <summary>Records go into the hub: those of traced sessions with the span that sends them, which ends with what is returned.</summary>
    public (IReadOnlyList<TelemetryRecord> Records, IDisposable Sending) Send(IReadOnlyList<BeaconRecord> records)
    {
        var spans = new Spans();
        if (SessionShare == 0 || !PlatformTraces.AreRecorded || !records.Any(record => IsTraced(record.SessionId)))
        {
            return (records, spans);
        }

        var traced = new List<TelemetryRecord>(records.Count);
        foreach (var record in records)
        {
            var span = IsTraced(record.SessionId) ? PlatformTraces.Within($"send {Hub}", ActivityKind.Producer, TraceOf(record.SessionId), record.AssetId) : null;
            span?.SetTag(SpanTags.Destination, Hub).SetTag(SpanTags.MessagingOperation, "send").SetTag("streamplatform.events", record.Events.Count);
            spans.Add(span);
            traced.Add(span is null ? record : record with { TraceParent = span.Id });
        }

        return (traced, spans);
    }

    /// <summary>Records that came through the hub are worked on, until what is returned is disposed of.</summary>
    public static IDisposable Process(IEnumerable<TelemetryRecord> records)
    {
        var spans = new Spans();
        foreach (var record in records)
        {
            if (record is BeaconRecord { TraceParent: { } parent })
            {
                spans.Add(PlatformTraces.Process(Hub, parent, record.AssetId));
            }
        }

        return spans;
    }

    /// <summary>Whether a session is one of the few.</summary>
    public bool IsTraced(string sessionId)
    {
        // For each beacon, so cheap: FNV-1a, and MurmurHash3's last step, which lets each letter reach every bit.
        var hash = 14695981039346656037UL;
        foreach (var letter in sessionId)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        hash ^= hash >> 33;
        return (hash >> 11) * (1.0 / (1UL << 53)) < SessionShare;
    }

    /// <summary>As if a span of the whole session had begun it; there is none, since nobody sees a session's end.</summary>
    public static ActivityContext TraceOf(string sessionId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(sessionId), hash);
        return new ActivityContext(ActivityTraceId.CreateFromBytes(hash[..16]), ActivitySpanId.CreateFromBytes(hash[16..24]), ActivityTraceFlags.Recorded, isRemote: true);
    }

    /// <summary>Spans that end together.</summary>
    private sealed class Spans : IDisposable
    {
        private List<Activity>? _spans;

        public void Add(Activity? span)
        {
            if (span is not null)
            {
                (_spans ??= []).Add(span);
            }
        }

        public void Dispose()
        {
            // The last begun first, so that each leaves what was under way before it.
            for (var i = (_spans?.Count ?? 0) - 1; i >= 0; i--)
            {
                _spans![i].Dispose();
            }
        }
    }
}
