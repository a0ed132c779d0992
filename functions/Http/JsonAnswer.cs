using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;

namespace StreamPlatform.Functions.Http;

/// <summary>A JSON answer as data, so that it can be kept and given again to a repeated request. Never cached by others.</summary>
public sealed class JsonAnswer : IResult
{
    /// <summary>
    /// Nothing is escaped that JSON doesn't ask for: answers are never HTML (their type says so, and <c>nosniff</c>), and they are
    /// full of URLs, whose every ampersand would be six characters.
    /// </summary>
    internal static readonly JsonSerializerOptions Options = new(DomainJson.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);
    private readonly byte[] _body;

    /// <param name="value">Written as <see cref="DomainJson"/> writes it; no body when null.</param>
    public JsonAnswer(int status, object? value = null, string contentType = "application/json")
        : this(status, value is null ? [] : JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), Options), contentType)
    {
    }

    internal JsonAnswer(int status, string body, string contentType)
        : this(status, Encoding.UTF8.GetBytes(body), contentType)
    {
    }

    internal JsonAnswer(int status, byte[] body, string contentType)
    {
        Status = status;
        _body = body;
        ContentType = contentType;
    }

    public int Status { get; }
    public string Body => Encoding.UTF8.GetString(_body);
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

    /// <summary>With an ETag of its body; and without the body for who has it already (<c>If-None-Match</c>).</summary>
    public JsonAnswer UnlessKnown(HttpRequest request)
    {
        WithETag(Convert.ToHexStringLower(SHA256.HashData(_body).AsSpan(0, 16)));
        if (!EntityTags.IsKnown(request, _headers["ETag"]))
        {
            return this;
        }

        var known = new JsonAnswer(StatusCodes.Status304NotModified);
        foreach (var (name, value) in _headers)
        {
            known.WithHeader(name, value);
        }

        return known;
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        foreach (var (name, value) in _headers)
        {
            response.Headers[name] = value;
        }

        if (_body.Length > 0)
        {
            var body = ContentType == ProblemResults.ContentType ? WithRequestId(httpContext.TraceIdentifier) : _body;
            response.ContentType = ContentType;
            response.ContentLength = body.Length;
            await response.Body.WriteAsync(body, httpContext.RequestAborted);
        }
    }

    /// <summary>A problem is made before anybody knows for which request. The id is put before its last brace; it holds nothing to be escaped.</summary>
    private byte[] WithRequestId(string id) => [.. _body.AsSpan(0, _body.Length - 1), .. Encoding.ASCII.GetBytes($",\"requestId\":\"{id}\"}}")];
}
