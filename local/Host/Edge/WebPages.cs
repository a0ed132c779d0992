using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace StreamPlatform.Local.Host.Edge;

/// <summary>
/// The built web pages. Files whose names carry a hash (<c>assets/</c>) may be kept for ever, pages must be asked for
/// again. Each is <c>index.html</c>, which routes by itself, unless it has a file or a function of its own.
/// </summary>
internal static class WebPages
{
    private static readonly string[] Pages =
    [
        "/", "/account", "/business", "/channel/{id}", "/channels", "/channels/{id}", "/channels/{id}/analytics", "/comments", "/confirm-email", "/history", "/invitation", "/live-streams", "/live-streams/{id}", "/moderation", "/notifications",
        "/organisations", "/organisations/{id}", "/people/{id}", "/platform", "/playlist/{id}", "/playlists", "/poor-sessions", "/profile", "/reset-password", "/search",
        "/sign-in", "/sign-up", "/subscriptions", "/trending", "/upload", "/videos", "/videos/{id}", "/videos/{id}/analytics", "/watch/{id}", "/embed/{id}",
    ];

    private const int AfterFunctions = 1;

    public static void Map(WebApplication app, string? folder)
    {
        if (folder is null || !Directory.Exists(folder))
            return;
        var files = new PhysicalFileProvider(Path.GetFullPath(folder));
        app.Lifetime.ApplicationStopped.Register(files.Dispose);
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = Caching,
        });
        foreach (var page in Pages)
            app.MapMethods(page, [HttpMethods.Get, HttpMethods.Head], context => ServeAsync(context, files, page)).WithOrder(AfterFunctions);
    }

    private static Task ServeAsync(HttpContext context, PhysicalFileProvider files, string page)
    {
        var own = page == "/" ? "index.html" : page.Split('/')[1] + ".html";
        var file = files.GetFileInfo(own) is { Exists: true } found ? found : files.GetFileInfo("index.html");
        if (!file.Exists)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        return Results.File(
            file.PhysicalPath!, "text/html; charset=utf-8", lastModified: file.LastModified,
            entityTag: new($"\"{file.LastModified.UtcTicks:x}-{file.Length:x}\"")).ExecuteAsync(context);
    }

    private static void Caching(StaticFileResponseContext response) =>
        response.Context.Response.Headers.CacheControl = response.Context.Request.Path.StartsWithSegments("/assets")
            ? "public, max-age=31536000, immutable"
            : "no-cache";
}
