using System.Net;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>An owner pages through what they have.</summary>
[Collection(OwnedPlatformCollection.Name)]
public sealed class OwnedListTests(OwnedPlatform owned) : IDisposable
{
    private readonly Owner _owner = Owner.Of(owned.Platform);

    public void Dispose() => _owner.Dispose();

    [Fact]
    public async Task Assets_are_listed_newest_first_by_pages_that_a_new_asset_does_not_shift()
    {
        var mine = new List<Reply>();
        for (var i = 0; i < 5; i++)
            mine.Add(await _owner.CreateUploadAsync($"{i}.mp4", 1000));

        var (first, cursor) = await PageAsync(null);
        Assert.Equal([Id(mine[4]), Id(mine[3])], first);
        var late = await _owner.CreateUploadAsync("late.mp4", 1000);

        var seen = new List<string>(first);
        while (cursor is not null)
        {
            (var page, cursor) = await PageAsync(cursor);
            Assert.NotEmpty(page);
            seen.AddRange(page);
        }

        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(mine.Select(Id).Reverse(), seen.Take(5));
        Assert.DoesNotContain(Id(late), seen);
        foreach (var upload in mine.Append(late))
            Assert.Equal(HttpStatusCode.OK, (await _owner.SendAsync(HttpMethod.Delete, $"uploads/{upload.Text("uploadId")}")).Status);
    }

    [Theory]
    [InlineData("cursor=nonsense")]
    [InlineData("limit=0")]
    [InlineData("limit=many")]
    public async Task A_page_that_cannot_be_is_refused(string query)
    {
        var reply = await _owner.SendAsync(HttpMethod.Get, $"assets?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.StartsWith("request.", reply.Text("code"), StringComparison.Ordinal);
    }

    private static string Id(Reply upload) => upload.Text("assetId");

    private async Task<(List<string> Ids, string? Cursor)> PageAsync(string? cursor)
    {
        var reply = await _owner.SendAsync(HttpMethod.Get, $"assets?limit=2{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        var ids = reply.Body.GetProperty("items").EnumerateArray().Select(asset => asset.GetProperty("id").GetString()!).ToList();
        return (ids, reply.Body.TryGetProperty("cursor", out var next) ? next.GetString() : null);
    }
}
