using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>An owner who listens hears at once what happens to their assets; the client is the one that Azure's service has.</summary>
[Collection(OwnedPlatformCollection.Name)]
public sealed class OwnedNewsTests(OwnedPlatform owned) : IDisposable
{
    private readonly Owner _owner = Owner.Of(owned.Platform);

    public void Dispose() => _owner.Dispose();

    [Fact]
    public async Task Publishing_renaming_and_deleting_are_heard_in_their_order()
    {
        var listening = await _owner.SendAsync(HttpMethod.Post, "account/listening");
        Assert.Equal(HttpStatusCode.OK, listening.Status);
        using var listener = Process.Start(new ProcessStartInfo("node", [Path.Combine(Repository.Root, "tests", "EndToEnd", "listen.mjs"), listening.Text("url"), "3"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = listener.StandardError.ReadToEndAsync();
        Assert.True(await listener.StandardOutput.ReadLineAsync() == "connected", "It does not connect.");

        var id = (await _owner.PublishAsync(owned.Short)).GetProperty("id").GetString()!;
        Assert.Equal(HttpStatusCode.OK, (await _owner.SendAsync(HttpMethod.Patch, $"assets/{id}", new { title = "Heard" })).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await _owner.SendAsync(HttpMethod.Delete, $"assets/{id}?permanent=true")).Status);

        var heard = (await listener.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        await listener.WaitForExitAsync();
        Assert.True(listener.ExitCode == 0, await errors);
        Assert.Equal(["video.published", "video.updated", "video.deleted"], heard.Select(news => news.GetProperty("type").GetString()));
        Assert.All(heard, news => Assert.Equal(id, news.GetProperty("assetId").GetString()));
    }
}
