using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Local.Host.Discovery;
using StreamPlatform.Local.Host.Http;
using StreamPlatform.Local.Host.Invocation;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Host.Management;

/// <summary>The health of the host: <c>/admin/host/ping</c> for anyone, <c>/admin/host/status</c> for the master key.</summary>
internal static class HostStatus
{
    public static void Map(WebApplication app, FunctionCatalog catalog)
    {
        app.MapGet("/admin/host/ping", () => Results.Ok());
        app.MapGet("/admin/host/status", (HttpContext context, KeyGuard guard, RunningFunctions running) =>
            guard.Allows(context.Request, AuthorizationLevel.Admin, "")
                ? Results.Ok(new
                {
                    state = "Running",
                    processId = Environment.ProcessId,
                    version = typeof(HostStatus).Assembly.GetName().Version?.ToString(),
                    runningFunctions = running.Count,
                    functions = catalog.Functions.Select(function => new
                    {
                        name = function.Name,
                        trigger = function.Trigger.GetType().Name.Replace("FunctionTrigger", "", StringComparison.Ordinal),
                    }),
                })
                : Results.Json(new { code = "host.key_required" }, statusCode: StatusCodes.Status401Unauthorized));
    }
}
