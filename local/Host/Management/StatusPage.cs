using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using StreamPlatform.Local.Host.Http;

namespace StreamPlatform.Local.Host.Management;

/// <summary>
/// <c>/runtime/status</c>: running and recent workflows as timelines. Opened with <c>?code=</c> and the system key, which
/// then moves into a cookie of this browser, so that it stays out of histories and referrers.
/// </summary>
internal sealed class StatusPage(KeyGuard guard)
{
    public const string Path = "/runtime/status";

    private static readonly Dictionary<string, string> Types = new()
    {
        ["status.html"] = "text/html; charset=utf-8",
        ["status.css"] = "text/css; charset=utf-8",
        ["status.js"] = "text/javascript; charset=utf-8",
    };

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (RequestDelegate)OpenAsync);
        app.MapGet(Path + "/{file}", (RequestDelegate)(context => SendAsync(context, (string)context.Request.RouteValues["file"]!)));
    }

    private Task OpenAsync(HttpContext context)
    {
        if (!guard.AllowsSystem(context.Request))
            return KeyGuard.RefuseAsync(context);
        if (context.Request.Query["code"].FirstOrDefault() is { } key)
        {
            context.Response.Cookies.Append(KeyGuard.Cookie, key, new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                Path = "/runtime",
            });
            context.Response.Redirect(Path);
            return Task.CompletedTask;
        }

        return SendAsync(context, "status.html");
    }

    private static async Task SendAsync(HttpContext context, string file)
    {
        if (!Types.TryGetValue(file, out var type))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = type;
        context.Response.Headers.CacheControl = "no-cache";
        await using var content = typeof(StatusPage).Assembly.GetManifestResourceStream(file)!;
        await content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
