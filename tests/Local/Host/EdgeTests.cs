using System.Net;
using System.Net.Http.Headers;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Local.Host.Edge;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Tests.Host;

[Collection(AzuriteGroup.Name)]
public sealed class EdgeTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly TemporaryFolder _web = new();
    private TestHost _host = null!;

    private string Folder => $"{_host.Box}/run/";

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_web.Path, "assets"));
        File.WriteAllText(Path.Combine(_web.Path, "index.html"), "<p>pages</p>");
        File.WriteAllText(Path.Combine(_web.Path, "assets", "app-1234.js"), "// code");
        _host = await new TestHost(azurite, typeof(Written)) { Settings = settings => settings with { WebFolder = _web.Path } }.StartAsync();
        var media = new BlobContainerClient(azurite.ConnectionString, "media");
        await media.CreateIfNotExistsAsync();
        await media.GetBlobClient(Folder + "a b.m4s").UploadAsync(BinaryData.FromString("0123456789"));
        await new BlobContainerClient(azurite.ConnectionString, "uploads").CreateIfNotExistsAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _web.Dispose();
    }

    [Fact]
    public async Task A_signature_opens_every_file_of_its_folder_with_ranges_and_long_caching()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/media/{Folder}a%20b.m4s?{Signature()}");
        request.Headers.Range = new RangeHeaderValue(2, 4);
        var answer = await _host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("234", await answer.Content.ReadAsStringAsync());
        Assert.Equal("bytes 2-4/10", answer.Content.Headers.ContentRange!.ToString());
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_is_given_leaves_a_line_with_its_session_and_without_who_asked()
    {
        await _host.Client.GetAsync($"/media/{Folder}a%20b.m4s?{Signature()}&CMCD=sid%3D%22ses_1%22");
        await _host.Get<DeliveryLines>().WriteAsync(default);

        var logs = new BlobContainerClient(azurite.ConnectionString, DeliveryLines.Container);
        var texts = new List<string>();
        await foreach (var blob in logs.GetBlobsAsync())
            texts.Add((await logs.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString());
        var line = System.Text.Json.JsonDocument.Parse(Assert.Single(texts.SelectMany(text => text.Split('\n')), text => text.Contains(_host.Box, StringComparison.Ordinal))).RootElement;
        Assert.Equal("FrontDoorAccessLog", line.GetProperty("category").GetString());
        Assert.Equal(["httpMethod", "requestUri", "responseBytes", "httpStatusCode"], line.GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.Equal(("10", "200"), (line.GetProperty("properties").GetProperty("responseBytes").GetString(), line.GetProperty("properties").GetProperty("httpStatusCode").GetString()));
        Assert.EndsWith("a%20b.m4s?CMCD=sid%3D%22ses_1%22", line.GetProperty("properties").GetProperty("requestUri").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_whose_etag_is_known_is_not_sent_again()
    {
        var first = await _host.Client.GetAsync($"/media/{Folder}a%20b.m4s?{Signature()}");
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/media/{Folder}a%20b.m4s?{Signature()}");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await _host.Client.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task A_wrong_foreign_or_expired_signature_opens_nothing()
    {
        var elsewhere = _host.Get<SignedFolders>().Sign("other/run/", TimeProvider.System.GetUtcNow().AddHours(1));
        var expired = _host.Get<SignedFolders>().Sign(Folder, TimeProvider.System.GetUtcNow().AddSeconds(-1));
        var stretched = Signature().Replace("e=", "e=9", StringComparison.Ordinal);
        foreach (var query in new[] { "", "e=9999999999&s=abc", elsewhere, expired, stretched })
            Assert.Equal(HttpStatusCode.Forbidden, (await _host.Client.GetAsync($"/media/{Folder}a%20b.m4s?{query}")).StatusCode);
    }

    [Theory]
    [InlineData("../../uploads/x")]
    [InlineData("%2e%2e/%2e%2e/uploads/x")]
    [InlineData("..%2f..%2f..%2fuploads%2fx")]
    [InlineData("..%5c..%5cuploads%5cx")]
    public async Task A_path_that_climbs_out_of_its_folder_opens_nothing(string path)
    {
        var target = $"{_host.Client.BaseAddress}media/{Folder}{path}?{Signature()}";
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        Assert.Contains((await _host.Client.SendAsync(request)).StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
    }

    [Fact]
    public async Task Media_that_is_not_there_is_not_found_and_not_cached()
    {
        var answer = await _host.Client.GetAsync($"/media/{Folder}none?{Signature()}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Media_cannot_be_written() =>
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _host.Client.PutAsync($"/media/{Folder}x?{Signature()}", new StringContent("x"))).StatusCode);

    [Fact]
    public async Task An_upload_goes_through_with_its_signature_only()
    {
        var sas = Sas("uploads", $"{_host.Box}/upload");
        using var body = new StringContent("content");
        body.Headers.Add("x-ms-blob-type", "BlockBlob");
        Assert.Equal(HttpStatusCode.Created, (await _host.Client.PutAsync(sas.PathAndQuery, body)).StatusCode);
        var blob = new BlobClient(azurite.ConnectionString, "uploads", $"{_host.Box}/upload");
        Assert.Equal("content", (await blob.DownloadContentAsync()).Value.Content.ToString());

        Assert.Equal(HttpStatusCode.Forbidden, (await _host.Client.PutAsync(sas.AbsolutePath, new StringContent("x"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _host.Client.GetAsync(Sas("media", Folder + "a b.m4s").PathAndQuery)).StatusCode);
        var forged = sas.PathAndQuery.Replace("sig=", "sig=x", StringComparison.Ordinal);
        using var other = new StringContent("x");
        other.Headers.Add("x-ms-blob-type", "BlockBlob");
        Assert.Equal(HttpStatusCode.Forbidden, (await _host.Client.PutAsync(forged, other)).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/channel/deep.zooms")]
    [InlineData("/channels/ch_1/analytics")]
    [InlineData("/live-streams")]
    [InlineData("/live-streams/stream_1")]
    [InlineData("/platform")]
    [InlineData("/business")]
    [InlineData("/poor-sessions")]
    [InlineData("/confirm-email")]
    [InlineData("/history")]
    [InlineData("/sign-up")]
    [InlineData("/trending")]
    [InlineData("/upload")]
    [InlineData("/videos")]
    [InlineData("/videos/asset_1/analytics")]
    [InlineData("/watch/abc")]
    public async Task Pages_are_served_at_their_routes_with_careful_headers(string route)
    {
        var answer = await _host.Client.GetAsync(route);
        Assert.Equal("<p>pages</p>", await answer.Content.ReadAsStringAsync());
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("default-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.NotNull(answer.Headers.ETag);
    }

    [Theory]
    [InlineData("/embed/abc")]
    [InlineData("/api/pages/embed/abc")]
    public async Task A_page_that_a_function_writes_is_at_the_sites_root_too(string route) =>
        Assert.Equal("the page of abc", await _host.Client.GetStringAsync(route));

    [Fact]
    public async Task Hashed_assets_may_be_kept_for_ever_and_nothing_outside_the_folder_is_served()
    {
        var answer = await _host.Client.GetAsync("/assets/app-1234.js");
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.GetAsync("/assets/..%2f..%2f..%2f..%2fetc%2fpasswd")).StatusCode);
    }

    private string Signature() => _host.Get<SignedFolders>().Sign(Folder, TimeProvider.System.GetUtcNow().AddHours(1));

    private Uri Sas(string container, string blob) => new BlobClient(azurite.ConnectionString, container, blob)
        .GenerateSasUri(BlobSasPermissions.All, TimeProvider.System.GetUtcNow().AddHours(1));

    public class Written
    {
        [Function("Embed")]
        public string Embed([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pages/embed/{id}")] HttpRequest request, string id) => "the page of " + id;
    }
}
