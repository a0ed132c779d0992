using System.Net;
using Azure.Storage.Blobs.Models;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Local.Tests.Storage;

/// <summary>The function app on a developer's machine: browsers come straight to the emulator.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class EmulatedDeliveryTests(AzuriteFixture azurite)
{
    private const string Page = "https://video.example";

    private static readonly HttpClient Http = new();

    private readonly BlobPath _path = new(Containers.Media, $"{Guid.NewGuid():N}/run/segment.m4s");

    [Fact]
    public async Task The_same_signer_opens_media_with_an_account_key_for_reading_only()
    {
        await azurite.Storage.Blobs.WriteAsync(_path, "segment"u8.ToArray(), "video/mp4", default);
        var folder = await azurite.Storage.PlaybackUrls.SignAsync(_path.Name[..(_path.Name.LastIndexOf('/') + 1)], default);
        var url = folder.UrlOf(_path.Name);

        Assert.Equal("segment", await Http.GetStringAsync(url));
        Assert.Equal(HttpStatusCode.Forbidden, (await Http.DeleteAsync(url)).StatusCode);
        Assert.False((await Http.GetAsync(url.Split('?')[0])).IsSuccessStatusCode);
    }

    /// <summary>The rule that the content account is deployed with.</summary>
    [Theory]
    [InlineData(Page, "PUT", HttpStatusCode.OK)]
    [InlineData(Page, "DELETE", HttpStatusCode.Forbidden)]
    [InlineData("https://elsewhere.example", "PUT", HttpStatusCode.Forbidden)]
    public async Task A_browser_asks_before_it_uploads_and_is_let_in_from_our_pages_alone(string origin, string method, HttpStatusCode answered)
    {
        var properties = (await azurite.Storage.BlobService.GetPropertiesAsync()).Value;
        properties.Cors =
        [
            new BlobCorsRule
            {
                AllowedOrigins = Page,
                AllowedMethods = "PUT,GET,HEAD,OPTIONS",
                AllowedHeaders = "content-type,content-md5,x-ms-*,range,if-match,if-none-match",
                ExposedHeaders = "etag,content-md5,x-ms-*,content-range,content-length",
                MaxAgeInSeconds = 3600,
            },
        ];
        await azurite.Storage.BlobService.SetPropertiesAsync(properties);
        using var preflight = new HttpRequestMessage(HttpMethod.Options, $"{azurite.Storage.BlobService.Uri.AbsoluteUri.TrimEnd('/')}/{Containers.Uploads}/asset/upload");
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", method);
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type,x-ms-blob-type");

        using var answer = await Http.SendAsync(preflight);

        Assert.Equal(answered, answer.StatusCode);
        Assert.Equal(answered == HttpStatusCode.OK, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) && allowed.Contains(Page));
    }
}
