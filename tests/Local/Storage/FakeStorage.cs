using System.Collections.Concurrent;
using System.Net;
using System.Xml.Linq;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;

namespace StreamPlatform.Local.Tests.Storage;

/// <summary>
/// What only an account in the cloud answers: user delegation keys, and listings with directories. Everything that was asked
/// is kept.
/// </summary>
internal sealed class FakeStorage : HttpMessageHandler
{
    private const string Host = "https://media.blob.core.windows.net";

    public ConcurrentQueue<(string Method, string PathAndQuery, string Body)> Requests { get; } = [];

    /// <summary>Entries of the one listing there is; a name that ends in <c>/</c> is a directory.</summary>
    public IReadOnlyList<string> Entries { get; init; } = [];

    /// <summary>A client as another instance of the platform would have.</summary>
    public BlobServiceClient Client() => new(
        new Uri(Host), new Anybody(), new BlobClientOptions { Transport = new HttpClientTransport(new HttpClient(this, disposeHandler: false)), Retry = { MaxRetries = 0 } });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Enqueue((request.Method.Method, request.RequestUri!.PathAndQuery, body));
        return request.RequestUri.Query switch
        {
            var query when query.Contains("comp=userdelegationkey", StringComparison.Ordinal) => Xml(Key(XElement.Parse(body))),
            var query when query.Contains("comp=list", StringComparison.Ordinal) => Xml(Listing()),
            _ => new HttpResponseMessage(HttpStatusCode.Accepted),
        };
    }

    private static XElement Key(XElement asked) => new(
        "UserDelegationKey",
        new XElement("SignedOid", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"),
        new XElement("SignedTid", "6ba7b811-9dad-11d1-80b4-00c04fd430c8"),
        new XElement("SignedStart", asked.Element("Start")!.Value),
        new XElement("SignedExpiry", asked.Element("Expiry")!.Value),
        new XElement("SignedService", "b"),
        new XElement("SignedVersion", "2025-07-05"),
        new XElement("Value", Convert.ToBase64String(new byte[32])));

    private XElement Listing() => new(
        "EnumerationResults",
        new XElement("Blobs", Entries.Select(entry => new XElement(
            "Blob",
            new XElement("Name", entry.TrimEnd('/')),
            new XElement("Properties", new XElement("Etag", "0x1"), new XElement("Content-Length", 5), new XElement("Last-Modified", "Sun, 27 Sep 2026 18:41:57 GMT"), new XElement("BlobType", "BlockBlob")),
            new XElement("Metadata", entry.EndsWith('/') ? new XElement("hdi_isfolder", "true") : null)))),
        new XElement("NextMarker"));

    private static HttpResponseMessage Xml(XElement content) =>
        new(HttpStatusCode.OK) { Content = new StringContent(content.ToString(), System.Text.Encoding.UTF8, "application/xml") };

    private sealed class Anybody : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
