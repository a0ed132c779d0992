using System.Diagnostics;
using OpenTelemetry;
using StreamPlatform.Domain.Operations.Tracing;

namespace StreamPlatform.Local.Cli.Tracing;

/// <summary>
/// What is recorded of the server's own spans: those of functions, without what a URL or a header may hold. Comes before
/// whatever exports.
/// </summary>
internal sealed class SpanFilter : BaseProcessor<Activity>
{
    /// <summary>The source of ASP.NET Core's span of a request.</summary>
    public const string Requests = "Microsoft.AspNetCore";

    private static readonly string[] Private = ["url.path", "url.query", "url.full", "user_agent.original", "client.address", "network.peer.address"];

    public override void OnEnd(Activity data)
    {
        if (data.Source.Name != Requests)
        {
            return;
        }

        // Segments, pages and uploads pass here too, and far more often.
        if (data.GetTagItem("http.route") is null)
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            return;
        }

        foreach (var name in Private)
        {
            data.SetTag(name, null);
        }
    }

    /// <summary>
    /// Whether a span is worth a place in the ring of one machine: what belongs to an asset or to something that went before,
    /// what failed and what was slow. Reads and looks that nobody will ask about would push everything else out of it.
    /// </summary>
    public static bool IsWorthKeeping(Activity span) =>
        span.Status == ActivityStatusCode.Error
        || span.Duration >= TimeSpan.FromSeconds(1)
        || span.GetTagItem(SpanTags.AssetId) is not null
        || span.Source.Name != Requests && span.ParentSpanId != default;
}
