using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Storage.Sas;
using StreamPlatform.EndToEnd.Tests.Faults;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>Uploads that go wrong, by mistake or on purpose, at the platform's own storage URL.</summary>
[Collection(RefusingPlatformCollection.Name)]
public sealed class MisusedUploadTests(RefusingPlatform refusing)
{
    private static readonly HttpClient Anonymous = new();

    private Platform Platform => refusing.Platform;
    private Creator Creator => new(Platform);

    [Fact]
    public async Task A_wrong_block_list_is_refused_and_the_upload_goes_on_waiting_for_the_right_one()
    {
        var file = await File.ReadAllBytesAsync(await Samples.VideoAsync(Platform.Folder, "blocks.mp4", seconds: 1, size: "160x120"));
        var (asset, url) = await CreateAsync(file.Length);
        var block = Convert.ToBase64String("000000"u8);
        Assert.Equal(HttpStatusCode.Created, await PutAsync($"{url}&comp=block&blockid={Uri.EscapeDataString(block)}", file));

        Assert.Equal(HttpStatusCode.BadRequest, await CommitAsync(url, block, Convert.ToBase64String("000001"u8)));
        Assert.Equal(HttpStatusCode.BadRequest, await PutAsync($"{url}&comp=blocklist", "<BlockList><Latest>"u8.ToArray()));
        Assert.Equal("awaitingUpload", await Creator.StatusAsync(asset));

        Assert.Equal(HttpStatusCode.Created, await CommitAsync(url, block));
        await BecomesAsync(asset, "ready");
    }

    [Fact]
    public async Task An_expired_or_altered_url_is_refused()
    {
        var (asset, url) = await CreateAsync(5);
        var later = url.Replace("&se=20", "&se=21", StringComparison.Ordinal);
        Assert.NotEqual(url, later);
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(later, new byte[5]));

        var name = new Uri(url).AbsolutePath.Split('/', 4)[3];
        var expired = StoredBlobs.Client(Platform).GetBlobContainerClient("uploads").GetBlobClient(name)
            .GenerateSasUri(BlobSasPermissions.Write, TimeProvider.System.GetUtcNow().AddMinutes(-1));
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync($"{new Uri(Platform.Url, expired.PathAndQuery)}", new byte[5]));
        Assert.Equal("awaitingUpload", await Creator.StatusAsync(asset));
    }

    [Fact]
    public async Task A_url_that_is_used_again_changes_nothing_of_what_it_published()
    {
        var file = await File.ReadAllBytesAsync(await Samples.VideoAsync(Platform.Folder, "first.mp4", seconds: 2, size: "160x120"));
        var (asset, url) = await CreateAsync(file.Length);
        Assert.Equal(HttpStatusCode.Created, await PutAsync(url, file));
        await BecomesAsync(asset, "ready");
        var before = await StoredBlobs.OfAsync(Platform, asset);

        await PutAsync(url, "Something else."u8.ToArray());
        await HandledAsync();

        var now = (await Creator.FindAsync(asset))!.Value;
        Assert.Equal("ready", now.GetProperty("status").GetString());
        Assert.Equal(1, now.GetProperty("revision").GetInt32());
        Assert.Equal(before.Digests, (await StoredBlobs.OfAsync(Platform, asset)).Digests);
    }

    [Fact]
    public async Task A_blob_outside_any_upload_is_left_alone()
    {
        var assets = await CountAssetsAsync();
        var stray = StoredBlobs.Client(Platform).GetBlobContainerClient("uploads").GetBlobClient("somebody/something");
        await stray.UploadAsync(BinaryData.FromString("Not an upload."));
        await HandledAsync();

        Assert.True(await stray.ExistsAsync());
        Assert.Equal(assets + 1, await CountAssetsAsync());
        await stray.DeleteAsync();
    }

    [Fact]
    public async Task An_empty_blob_fails_with_its_code()
    {
        var (asset, url) = await CreateAsync(5);
        Assert.Equal(HttpStatusCode.Created, await PutAsync(url, []));
        await FailsAsync(asset, "source.empty");
    }

    [Fact]
    public async Task A_file_of_another_size_than_declared_is_taken_as_it_is_up_to_the_limit()
    {
        var file = await File.ReadAllBytesAsync(await Samples.VideoAsync(Platform.Folder, "size.mp4", seconds: 1, size: "160x120"));
        var (larger, largerUrl) = await CreateAsync(5);
        var (tooLarge, tooLargeUrl) = await CreateAsync(5);
        Assert.Equal(HttpStatusCode.Created, await PutAsync(largerUrl, file));
        Assert.Equal(HttpStatusCode.Created, await PutAsync(tooLargeUrl, new byte[RefusingPlatform.MaxBytes + 1]));

        await FailsAsync(tooLarge, "upload.too_large");
        await BecomesAsync(larger, "ready");
        Assert.Empty(await StoredBlobs.NamesOfAsync(Platform, tooLarge));
    }

    private async Task<(string Asset, string Url)> CreateAsync(long size)
    {
        using var client = Platform.CreateClient();
        using var response = await client.PostAsJsonAsync("/api/uploads", new { fileName = "clip.mp4", sizeBytes = size });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var upload = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (upload.GetProperty("assetId").GetString()!, upload.GetProperty("url").GetString()!);
    }

    private static Task<HttpStatusCode> CommitAsync(string url, params string[] blocks) => PutAsync(
        $"{url}&comp=blocklist",
        Encoding.UTF8.GetBytes($"<BlockList>{string.Concat(blocks.Select(block => $"<Latest>{block}</Latest>"))}</BlockList>"));

    private static async Task<HttpStatusCode> PutAsync(string url, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = new ByteArrayContent(body) };
        if (!url.Contains("&comp=", StringComparison.Ordinal))
            request.Headers.Add("x-ms-blob-type", "BlockBlob");
        request.Headers.Add("x-ms-version", "2021-12-02");
        using var response = await Anonymous.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Events are handled in the order of the commits: once a later upload was judged, an earlier blob's event was too.</summary>
    private async Task HandledAsync() =>
        await FailsAsync(await Creator.UploadAsync(await Samples.BytesAsync(Platform.Folder, "text.mp4", "No video."u8.ToArray())), "source.not_media");

    private async Task<int> CountAssetsAsync()
    {
        using var client = Platform.CreateClient();
        return (await client.GetFromJsonAsync<JsonElement>("/api/assets?limit=100")).GetProperty("items").GetArrayLength();
    }

    private async Task FailsAsync(string asset, string code)
    {
        await BecomesAsync(asset, "failed");
        var failure = (await Creator.FindAsync(asset))!.Value.GetProperty("failure");
        Assert.Equal(code, failure.GetProperty("code").GetString());
        Assert.EndsWith(".", failure.GetProperty("message").GetString());
    }

    private Task BecomesAsync(string asset, string status) => Eventually.HoldsAsync(
        async () => await Creator.StatusAsync(asset) == status, TimeSpan.FromSeconds(60), $"{asset} becomes {status}");
}
