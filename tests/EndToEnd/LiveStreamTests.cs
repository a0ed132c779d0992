using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>Somebody streams live to a machine of their own, and viewers watch by its one port.</summary>
[Collection(OwnedPlatformCollection.Name)]
public sealed class LiveStreamTests(OwnedPlatform owned) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly Owner _owner = Owner.Of(owned.Platform);
    private readonly HttpClient _viewer = new() { BaseAddress = owned.Platform.Url };

    public void Dispose()
    {
        _owner.Dispose();
        _viewer.Dispose();
    }

    [Fact]
    public async Task What_an_encoder_sends_is_watched_in_parts_until_it_goes()
    {
        var made = await _owner.SendAsync(HttpMethod.Post, "live-streams", new { title = "Harbour" });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        var id = made.Body.GetProperty("playbackIds")[0].GetProperty("id").GetString();

        using (var encoder = await OnAirAsync($"{made.Body.GetProperty("servers")[0].GetString()}/{made.Text("streamKey")}", id!))
        {
            var variant = Line(await _viewer.GetStringAsync($"/api/playback/{id}.m3u8"), line => !line.StartsWith('#'));
            Assert.StartsWith("/live/local/", variant, StringComparison.Ordinal);
            var playlist = await _viewer.GetStringAsync(variant);
            Assert.Contains("CAN-BLOCK-RELOAD=YES", playlist, StringComparison.Ordinal);
            var part = Line(playlist, line => line.StartsWith("#EXT-X-PART:", StringComparison.Ordinal)).Split("URI=\"")[1].Split('"')[0];
            Assert.True((await _viewer.GetByteArrayAsync(new Uri(new Uri(owned.Platform.Url, variant), part))).Length > 100);
            Assert.Equal("active", (await _owner.SendAsync(HttpMethod.Get, $"live-streams/{made.Text("id")}")).Text("state"));
            encoder.Kill();
        }

        await Eventually.HoldsAsync(
            async () => (await _owner.SendAsync(HttpMethod.Get, $"live-streams/{made.Text("id")}")).Text("state") == "idle", Limit, "the stream to be idle");
        Assert.Equal(HttpStatusCode.Conflict, (await _viewer.GetAsync($"/api/playback/{id}.m3u8")).StatusCode);
    }

    /// <summary>An encoder that tries until it is let in, as OBS does, once there is something to watch.</summary>
    private async Task<Process> OnAirAsync(string address, string playbackId)
    {
        var encoder = Encode(address);
        await Eventually.HoldsAsync(
            async () =>
            {
                if (encoder.HasExited)
                {
                    encoder.Dispose();
                    encoder = Encode(address);
                }

                return JsonDocument.Parse(await _viewer.GetStringAsync($"/api/playback/{playbackId}/live")).RootElement.GetProperty("onAir").GetBoolean();
            },
            Limit,
            "the stream to be on air");
        return encoder;
    }

    private static Process Encode(string address) => Process.Start(new ProcessStartInfo(
        "ffmpeg",
        [
            "-v", "quiet", "-re", "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=30", "-f", "lavfi", "-i", "sine", "-t", "60",
            "-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-g", "30", "-pix_fmt", "yuv420p", "-c:a", "aac", "-f", "flv", address,
        ]))!;

    private static string Line(string playlist, Func<string, bool> wanted) => playlist.Split('\n', StringSplitOptions.RemoveEmptyEntries).First(wanted);
}
