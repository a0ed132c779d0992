using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Local.Host.Http;

namespace StreamPlatform.Local.Host.Management;

/// <summary>
/// What the composition root serves for operators: by the system key, or without one to who asks from this machine. Behind a
/// proxy everybody seems to: where the platform has a public address, or a request says that it was passed on, the key alone opens.
/// </summary>
internal static class OperatorPages
{
    private static readonly string[] PassedOn = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    public static void Use(WebApplication app, HostComposition composition)
    {
        foreach (var (path, serve) in composition.OperatorPages)
        {
            app.Map(path, page =>
            {
                page.Use((context, next) => IsOperator(context, composition.PublicUrl) ? next(context) : KeyGuard.RefuseAsync(context));
                serve(page);
            });
        }
    }

    private static bool IsOperator(HttpContext context, Uri publicUrl) =>
        context.RequestServices.GetRequiredService<KeyGuard>().AllowsSystem(context.Request)
        || (publicUrl.IsLoopback
            && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            && !PassedOn.Any(context.Request.Headers.ContainsKey));
}
