using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using StreamPlatform.Local.Host.Discovery;

namespace StreamPlatform.Local.Host.Invocation;

/// <summary>
/// A span for each run that a trigger leads to, below the span of the message when that carried one (W3C
/// <c>traceparent</c>); of a batch, with a link to each. HTTP functions have the server's own span, named here; activities
/// have the engine's.
/// </summary>
internal static class FunctionSpans
{
    private const int MaxLinks = 16;

    private static readonly ActivitySource Source = new("StreamPlatform.Local.Host");

    /// <summary>What is under way here, for a message to carry; null when nobody records.</summary>
    public static string? Current => Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>The span of a run; null when nobody records it, or another span stands for it.</summary>
    public static Activity? Begin(FunctionEntry function, Occasion occasion)
    {
        if (function.Trigger is HttpFunctionTrigger or ActivityFunctionTrigger or OrchestrationFunctionTrigger || !Source.HasListeners())
            return null;
        var contexts = occasion.TraceParents.Take(MaxLinks)
            .Select(parent => ActivityContext.TryParse(parent, null, isRemote: true, out var context) ? context : default)
            .Where(context => context != default)
            .ToList();
        var links = contexts.Count > 1 ? contexts.Select(context => new ActivityLink(context)) : null;
        return Source.StartActivity(function.Name, ActivityKind.Consumer, contexts is [var parent] ? parent : default, links: links)?.SetTag("faas.trigger", WordFor(function.Trigger));
    }

    /// <summary>Names the request's span by its route, and says how it was answered.</summary>
    public static void Describe(HttpContext context, HttpFunctionTrigger trigger)
    {
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } span)
            return;
        var status = context.Response.StatusCode;
        span.DisplayName = $"{context.Request.Method} /api/{trigger.Route}";
        span.SetTag("http.request.method", context.Request.Method)
            .SetTag("http.route", "/api/" + trigger.Route)
            .SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError)
            span.SetTag("error.type", status.ToString(CultureInfo.InvariantCulture)).SetStatus(ActivityStatusCode.Error);
    }

    public static void Fail(this Activity? span, Exception exception) =>
        span?.SetTag("error.type", exception.GetType().FullName).SetStatus(ActivityStatusCode.Error);

    private static string WordFor(FunctionTrigger trigger) => trigger switch
    {
        TimerFunctionTrigger => "timer",
        BlobFunctionTrigger => "datasource",
        _ => "pubsub",
    };
}
