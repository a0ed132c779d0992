using Microsoft.AspNetCore.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Operations;

/// <summary><c>GET /openapi.json</c>: this description of the API, by OpenAPI 3.1.</summary>
public sealed class GetOpenApi
{
    private static readonly byte[] Document = Read();

    [Function(nameof(GetOpenApi))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, ContentType = "application/openapi+json")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "openapi.json")] HttpRequest request)
    {
        // Tools of other origins read it, and there is nothing to hide.
        request.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Bytes(Document, "application/openapi+json");
    }

    private static byte[] Read()
    {
        using var resource = typeof(GetOpenApi).Assembly.GetManifestResourceStream("openapi.json")!;
        using var copy = new MemoryStream();
        resource.CopyTo(copy);
        return copy.ToArray();
    }
}
