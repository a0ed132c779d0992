using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using StreamPlatform.Local.Host.Discovery;
using StreamPlatform.Local.Host.Invocation;

namespace StreamPlatform.Local.Host.Http;

/// <summary>Serves HTTP functions below <c>/api</c>, like the Functions host: keys, time limit, no internals in errors.</summary>
internal sealed class HttpFunctions(
    FunctionRunner runner, KeyGuard guard, HostSettings settings, TimeProvider time, ILogger<HttpFunctions> logger)
{
    /// <summary>Routes below it are pages of the site, and answer without <c>/api/pages</c> too, as Front Door's routes have it on Azure.</summary>
    private const string Pages = "pages/";

    public void Map(IEndpointRouteBuilder app, FunctionCatalog catalog)
    {
        foreach (var (function, trigger) in catalog.With<HttpFunctionTrigger>())
        {
            var pattern = "/api/" + trigger.Route;
            RequestDelegate serve = context => ServeAsync(context, function, trigger);
            var endpoint = trigger.Methods.Count == 0 ? app.Map(pattern, serve) : app.MapMethods(pattern, trigger.Methods, serve);
            endpoint.WithDisplayName(function.Name);
            if (trigger.Route.StartsWith(Pages, StringComparison.Ordinal))
                app.MapMethods("/" + trigger.Route[Pages.Length..], [.. trigger.Methods, HttpMethods.Head], serve).WithDisplayName(function.Name);
        }

        app.Map("/api/{**rest}", context => Problems.WriteAsync(
            context, StatusCodes.Status404NotFound, "host.route_not_found", "No function answers here."));
    }

    private async Task ServeAsync(HttpContext context, FunctionEntry function, HttpFunctionTrigger trigger)
    {
        if (!guard.Allows(context.Request, trigger.Level, function.Name))
        {
            await KeyGuard.RefuseAsync(context);
            return;
        }

        using var limit = new CancellationTokenSource(settings.RequestTimeLimit, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, limit.Token);
        var caller = context.RequestAborted;
        context.RequestAborted = ends.Token;
        try
        {
            var occasion = new Occasion(
                context, context.Request.RouteValues.ToDictionary(StringComparer.OrdinalIgnoreCase));
            var result = await runner.RunAsync(function, occasion, ends.Token, running =>
            {
                running.Items[LocalFunctionContext.HttpContextKey] = context;
            });
            var answer = function.HttpResult is { } property && result is not null ? property.GetValue(result) : result;
            await HttpAnswers.WriteAsync(context, answer);
        }
        catch (Exception) when (caller.IsCancellationRequested)
        {
            logger.CallerGone(function.Name);
        }
        catch (Exception exception)
        {
            await FailAsync(context, function, exception, limit.IsCancellationRequested);
        }
        finally
        {
            FunctionSpans.Describe(context, trigger);
        }
    }

    private async Task FailAsync(HttpContext context, FunctionEntry function, Exception exception, bool late)
    {
        if (late)
            logger.TimeLimitReached(function.Name, settings.RequestTimeLimit);
        else
            logger.HttpFunctionFailed(exception, function.Name, context.TraceIdentifier);

        if (context.Response.HasStarted)
            context.Abort();
        else if (late)
            await Problems.WriteAsync(context, StatusCodes.Status504GatewayTimeout, "host.time_limit", "The answer took too long.");
        else if (exception is BadHttpRequestException bad)
            await Problems.WriteAsync(context, bad.StatusCode, "host.bad_request", "The request can't be read: " + bad.Message);
        else
            await Problems.WriteAsync(context, StatusCodes.Status500InternalServerError, "internal", "Something went wrong on our side; the request id helps to find out what.");
    }
}
