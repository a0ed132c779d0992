using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;

namespace StreamPlatform.Functions.Http;

/// <summary>A JSON answer as data, so that it can be kept and given again to a repeated request. Never cached by others.</summary>
public sealed class JsonAnswer : IResult
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="value">Written as <see cref="DomainJson"/> writes it; no body when null.</param>
    public JsonAnswer(int status, object? value = null, string contentType = "application/json")
        : this(status, value is null ? "" : JsonSerializer.Serialize(value, value.GetType(), DomainJson.Options), contentType)
    {
    }

    internal JsonAnswer(int status, string body, string contentType)
    {
        Status = status;
        Body = body;
        ContentType = contentType;
    }

    public int Status { get; }
    public string Body { get; }
    public string ContentType { get; }
    public IReadOnlyDictionary<string, string> Headers => _headers;

    public static JsonAnswer Ok(object value) => new(StatusCodes.Status200OK, value);

    public JsonAnswer WithHeader(string name, string value)
    {
        _headers[name] = value;
        return this;
    }

    /// <param name="etag">Unquoted.</param>
    public JsonAnswer WithETag(string etag) => WithHeader("ETag", EntityTags.Quote(etag));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        foreach (var (name, value) in _headers)
        {
            response.Headers[name] = value;
        }

        if (Body.Length > 0)
        {
            var bytes = Encoding.UTF8.GetBytes(Body);
            response.ContentType = ContentType;
            response.ContentLength = bytes.Length;
            await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
        }
    }
}
