using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using StreamPlatform.Functions.Http.Limits;

namespace StreamPlatform.Functions.Http;

/// <summary>
/// What holds for every HTTP function, in both runtimes: the request has an id, who asks too often is refused before anything is
/// read, deprecated functions say so, and pages of other origins may read the headers that the API explains.
/// </summary>
public sealed class ApiMiddleware(IReadOnlyDictionary<string, HttpFunctionTraits> traits, RequestLimits limits, ILogger<ApiMiddleware> log) : IFunctionsWorkerMiddleware
{
    /// <summary>Headers of ours that scripts of other origins may read.</summary>
    public const string Exposed = "ETag, Retry-After, RateLimit, RateLimit-Policy, Deprecation, Sunset, Link, Location, Idempotency-Replayed, " + RequestIds.Header;

    /// <summary>Where both runtimes keep the request of an HTTP function.</summary>
    private const string HttpContextKey = "HttpRequestContext";

    private static readonly Func<ILogger, string, IDisposable?> Scope = LoggerMessage.DefineScope<string>("request {RequestId}");

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
        context.Items.TryGetValue(HttpContextKey, out var found) && found is HttpContext http ? ServeAsync(http, context, next) : next(context);

    private async Task ServeAsync(HttpContext http, FunctionContext context, FunctionExecutionDelegate next)
    {
        var headers = http.Response.Headers;
        headers[RequestIds.Header] = http.TraceIdentifier = RequestIds.Of(http.Request);
        if (http.Request.Headers.ContainsKey("Origin"))
        {
            headers.AccessControlExposeHeaders = Exposed;
        }

        var function = traits.GetValueOrDefault(context.FunctionDefinition.Name);
        function?.Announce(headers);
        using var scope = Scope(log, http.TraceIdentifier);
        if (await limits.OfAddressAsync(http, function?.Guard) is { } refused)
        {
            await ProblemResults.Problem(refused).ExecuteAsync(http);
            return;
        }

        await next(context);
    }
}
