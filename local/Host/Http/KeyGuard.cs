using Microsoft.AspNetCore.Http;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Host.Http;

/// <summary>Compares the key of a request (<c>x-functions-key</c> header, else <c>code</c> parameter) with what an endpoint asks.</summary>
internal sealed class KeyGuard(ApiKeys keys)
{
    public const string Header = "x-functions-key";

    /// <summary>Holds the system key for the status page; strict same-site, so that other sites can't use it.</summary>
    public const string Cookie = "runtime-key";

    public bool Allows(HttpRequest request, AuthorizationLevel level, string function) => level switch
    {
        AuthorizationLevel.Anonymous => true,
        AuthorizationLevel.Function => keys.IsFunction(KeyOf(request), function),
        AuthorizationLevel.System => keys.IsSystem(KeyOf(request)),
        AuthorizationLevel.Admin => keys.IsMaster(KeyOf(request)),
        _ => false,
    };

    /// <summary>The system key, also by the status page's cookie.</summary>
    public bool AllowsSystem(HttpRequest request) => keys.IsSystem(KeyOf(request) ?? request.Cookies[Cookie]);

    public static Task RefuseAsync(HttpContext context) =>
        Problems.WriteAsync(context, StatusCodes.Status401Unauthorized, "host.key_required", "This endpoint needs a valid key in the x-functions-key header or the code parameter.");

    private static string? KeyOf(HttpRequest request) =>
        request.Headers.TryGetValue(Header, out var header) ? header.ToString()
        : request.Query.TryGetValue("code", out var code) ? code.ToString()
        : null;
}
