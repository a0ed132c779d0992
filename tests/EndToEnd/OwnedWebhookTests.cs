using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>A customer's server is told of videos, checks each message with the specification's own library, and gets again what it did not take.</summary>
[Collection(OwnedPlatformCollection.Name)]
public sealed class OwnedWebhookTests(OwnedPlatform owned) : IDisposable
{
    private readonly Owner _owner = Owner.Of(owned.Platform);

    public void Dispose() => _owner.Dispose();

    [Fact]
    public async Task Messages_are_signed_come_again_until_they_are_taken_and_are_logged()
    {
        var file = Path.Combine(owned.Platform.Folder, "webhook-secret");
        using var receiver = Process.Start(new ProcessStartInfo("node", [Path.Combine(Repository.Root, "tests", "EndToEnd", "receive.mjs"), file, "3"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = receiver.StandardError.ReadToEndAsync();
        var port = await receiver.StandardOutput.ReadLineAsync();

        var webhook = await _owner.SendAsync(HttpMethod.Post, "webhooks", new { url = $"http://127.0.0.1:{port}/hook", events = new[] { "video.published", "video.deleted" } });
        Assert.Equal(HttpStatusCode.Created, webhook.Status);
        await File.WriteAllTextAsync(file, webhook.Text("secret"));
        Assert.Equal(HttpStatusCode.Accepted, (await _owner.SendAsync(HttpMethod.Post, $"webhooks/{webhook.Text("id")}/test")).Status);
        var id = (await _owner.PublishAsync(owned.Short)).GetProperty("id").GetString()!;
        Assert.Equal(HttpStatusCode.Accepted, (await _owner.SendAsync(HttpMethod.Delete, $"assets/{id}?permanent=true")).Status);

        Assert.Equal("refused", await receiver.StandardOutput.ReadLineAsync());
        var taken = (await receiver.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        await receiver.WaitForExitAsync();
        Assert.True(receiver.ExitCode == 0, await errors);
        Assert.Equal(["video.deleted", "video.published", "webhook.test"], taken.Select(message => message.GetProperty("type").GetString()).Order(StringComparer.Ordinal));
        Assert.All(taken.Where(message => message.GetProperty("type").GetString() != "webhook.test"), message => Assert.Equal(id, message.GetProperty("data").GetProperty("assetId").GetString()));

        var log = await LogAsync(webhook.Text("id"));
        Assert.Equal(taken.Select(message => message.GetProperty("id").GetString()).Order(), log.Select(delivery => delivery.GetProperty("id").GetString()).Order());
        Assert.All(log, delivery => Assert.Equal("delivered", delivery.GetProperty("state").GetString()));
        Assert.Equal([204, 204, 204, 500], log.SelectMany(delivery => delivery.GetProperty("attempts").EnumerateArray()).Select(attempt => attempt.GetProperty("status").GetInt32()).Order());
        Assert.Equal(HttpStatusCode.NoContent, (await _owner.SendAsync(HttpMethod.Delete, $"webhooks/{webhook.Text("id")}")).Status);
    }

    [Fact]
    public async Task What_was_not_taken_when_the_platform_was_killed_comes_when_it_is_back()
    {
        var file = Path.Combine(owned.Platform.Folder, "webhook-secret-2");
        using var receiver = Process.Start(new ProcessStartInfo("node", [Path.Combine(Repository.Root, "tests", "EndToEnd", "receive.mjs"), file, "1"]) { RedirectStandardOutput = true })!;
        var port = await receiver.StandardOutput.ReadLineAsync();
        var webhook = await _owner.SendAsync(HttpMethod.Post, "webhooks", new { url = $"http://127.0.0.1:{port}/hook", events = new[] { "video.deleted" } });
        await File.WriteAllTextAsync(file, webhook.Text("secret"));
        var sent = await _owner.SendAsync(HttpMethod.Post, $"webhooks/{webhook.Text("id")}/test");
        Assert.Equal("refused", await receiver.StandardOutput.ReadLineAsync());

        await owned.Platform.KillAsync();
        await owned.Platform.ServeAsync();

        var taken = JsonDocument.Parse((await receiver.StandardOutput.ReadLineAsync())!).RootElement;
        Assert.Equal(sent.Text("deliveryId"), taken.GetProperty("id").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await _owner.SendAsync(HttpMethod.Delete, $"webhooks/{webhook.Text("id")}")).Status);
    }

    /// <summary>Once the last try is written down.</summary>
    private async Task<IReadOnlyList<JsonElement>> LogAsync(string webhookId)
    {
        IReadOnlyList<JsonElement> log = [];
        await Eventually.HoldsAsync(
            async () =>
            {
                log = [.. (await _owner.SendAsync(HttpMethod.Get, $"webhooks/{webhookId}/deliveries")).Body.GetProperty("items").EnumerateArray()];
                return log.Count == 3 && log.All(delivery => delivery.GetProperty("state").GetString() != "pending");
            },
            TimeSpan.FromMinutes(1),
            "every message is delivered");
        return log;
    }
}
