using System.Diagnostics;
using System.Net;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using StreamPlatform.Local.Host.Http;
using StreamPlatform.Local.Host.Storage;
using Yarp.ReverseProxy.Forwarder;

namespace StreamPlatform.Local.Host.Edge;

/// <summary>
/// The public way to blob storage, so that Azurite itself can stay on the loopback: uploads with a SAS, and media with
/// the signature of its folder. Everything streams through; nothing is held.
/// </summary>
internal sealed class StorageEdge : IDisposable
{
    /// <summary>Media never changes under its name.</summary>
    private const string ImmutableCaching = "public, max-age=31536000, immutable";
    private const string UploadContainer = "uploads";
    private const string MediaContainer = "media";

    private static readonly TimeSpan SasLife = TimeSpan.FromHours(2);
    private readonly IHttpForwarder _forwarder;
    private readonly SignedFolders _folders;
    private readonly BlobServiceClient _storage;
    private readonly TimeProvider _time;
    private readonly DeliveryLines _lines;
    private readonly ILogger<StorageEdge> _logger;
    private readonly HttpMessageInvoker _client;
    private readonly Lock _gate = new();
    private (string Query, DateTimeOffset Expires) _mediaSas;

    public StorageEdge(IHttpForwarder forwarder, SignedFolders folders, StorageAccounts accounts, DeliveryLines lines, TimeProvider time, ILogger<StorageEdge> logger)
    {
        (_forwarder, _folders, _lines, _time, _logger) = (forwarder, folders, lines, time, logger);
        _storage = accounts.Blobs(StorageAccounts.DefaultConnection);
        _client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            EnableMultipleHttp2Connections = false,
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(60),
        });
    }

    private string AccountPath => "/" + _storage.AccountName;

    public void Map(IEndpointRouteBuilder app)
    {
        // Path-style storage addresses begin with the account's name, here as on Azurite: SAS signatures cover it.
        app.Map(AccountPath + "/{container}/{**blob}", UploadAsync);
        app.Map("/media/{**blob}", MediaAsync);
    }

    public void Dispose() => _client.Dispose();

    private async Task UploadAsync(HttpContext context)
    {
        if (context.Request.RouteValues["container"] as string != UploadContainer || StringValues.IsNullOrEmpty(context.Request.Query["sig"])
            || context.Request.RouteValues["blob"] is not string { Length: > 0 })
        {
            await Problems.WriteAsync(context, StatusCodes.Status403Forbidden, "storage.signature_required", "Storage answers only to an upload URL with its signature.");
            return;
        }

        // A block may be 4,000 MiB: storage has its own limits.
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
        await ForwardAsync(context, new UploadTransformer(Account(context.Request)));
    }

    private async Task MediaAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            await Problems.WriteAsync(context, StatusCodes.Status405MethodNotAllowed, "media.read_only", "Media can only be read.");
            return;
        }

        var blob = request.RouteValues["blob"] as string ?? "";
        if (!_folders.Verify(blob, request.Query["e"], request.Query["s"]))
        {
            await Problems.WriteAsync(context, StatusCodes.Status403Forbidden, "media.signature_invalid", "The media URL's signature is wrong or has expired; fetch the playlist again.");
            return;
        }

        await ForwardAsync(context, new MediaTransformer(new Uri($"{_storage.Uri.GetLeftPart(UriPartial.Authority)}{AccountPath}/{MediaContainer}/{Escape(blob)}{MediaSas()}")));
        if (!context.RequestAborted.IsCancellationRequested)
            _lines.Add(request, context.Response.StatusCode, context.Response.ContentLength ?? 0);
    }

    private async Task ForwardAsync(HttpContext context, HttpTransformer transformer)
    {
        var error = await _forwarder.SendAsync(
            context, _storage.Uri.GetLeftPart(UriPartial.Authority), _client, new ForwarderRequestConfig { ActivityTimeout = TimeSpan.FromSeconds(100) }, transformer);
        if (error != ForwarderError.None && !context.RequestAborted.IsCancellationRequested)
            _logger.ForwardingFailed(context.Request.Path, $"{error}: {context.GetForwarderErrorFeature()?.Exception?.Message}");
    }

    private Uri Account(HttpRequest request) =>
        new(_storage.Uri.GetLeftPart(UriPartial.Authority) + request.Path.ToUriComponent() + request.QueryString.ToUriComponent());

    private static string Escape(string blob) => string.Join('/', blob.Split('/').Select(Uri.EscapeDataString));

    /// <summary>A SAS for reading the media container, ours alone: it never leaves this process.</summary>
    private string MediaSas()
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            if (_mediaSas.Expires - now < SasLife / 2)
            {
                var expires = now + SasLife;
                var uri = _storage.GetBlobContainerClient(MediaContainer).GenerateSasUri(BlobContainerSasPermissions.Read, expires);
                _mediaSas = (uri.Query, expires);
            }

            return _mediaSas.Query;
        }
    }

    /// <summary>Sends a request on as it is, but to storage.</summary>
    private sealed class UploadTransformer(Uri target) : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(
            HttpContext context, HttpRequestMessage request, string destinationPrefix, CancellationToken cancellation)
        {
            await base.TransformRequestAsync(context, request, destinationPrefix, cancellation);
            request.RequestUri = target;
            request.Headers.Host = null;
            request.Headers.Remove(HeaderNames.Origin);
        }
    }

    /// <summary>Asks storage for a part of one blob, and answers without storage's own headers.</summary>
    private sealed class MediaTransformer(Uri target) : HttpTransformer
    {
        private static readonly string[] Asked = [HeaderNames.Range, HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince, HeaderNames.IfRange];
        private static readonly string[] Given =
            [HeaderNames.ContentType, HeaderNames.ContentLength, HeaderNames.ContentRange, HeaderNames.AcceptRanges, HeaderNames.ETag, HeaderNames.LastModified, HeaderNames.TransferEncoding];

        public override ValueTask TransformRequestAsync(
            HttpContext context, HttpRequestMessage request, string destinationPrefix, CancellationToken cancellation)
        {
            request.RequestUri = target;
            foreach (var name in Asked)
            {
                if (context.Request.Headers.TryGetValue(name, out var value))
                    request.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)value!);
            }

            return ValueTask.CompletedTask;
        }

        public override async ValueTask<bool> TransformResponseAsync(HttpContext context, HttpResponseMessage? response, CancellationToken cancellation)
        {
            await base.TransformResponseAsync(context, response, cancellation);
            var headers = context.Response.Headers;
            foreach (var name in headers.Keys.Where(name => !Given.Contains(name, StringComparer.OrdinalIgnoreCase)).ToList())
                headers.Remove(name);
            headers.AccessControlAllowOrigin = "*";
            headers.XContentTypeOptions = "nosniff";
            headers.CacheControl = response is { IsSuccessStatusCode: true } or { StatusCode: HttpStatusCode.NotModified } ? ImmutableCaching : "no-store";
            return true;
        }
    }
}
