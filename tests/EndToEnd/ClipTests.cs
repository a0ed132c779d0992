using System.Net;
using StreamPlatform.EndToEnd.Tests.Faults;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>A part of a video as a video of its own.</summary>
[Collection(OwnedPlatformCollection.Name)]
public sealed class ClipTests(OwnedPlatform owned) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Owner _owner = Owner.Of(owned.Platform);

    public void Dispose() => _owner.Dispose();

    [Fact]
    public async Task A_clip_is_a_whole_video_that_outlives_what_it_was_cut_from()
    {
        var parent = (await _owner.PublishAsync(owned.Long)).GetProperty("id").GetString()!;

        var asked = await _owner.SendAsync(HttpMethod.Post, $"assets/{parent}/clips", new { start = 5, end = 11, title = "The best of it" });
        Assert.Equal(HttpStatusCode.Accepted, asked.Status);
        var id = asked.Text("id");
        var clip = await _owner.BecomesAsync(id, "ready");

        // Out to segments of four seconds.
        Assert.Equal((8, "The best of it"), (clip.GetProperty("durationSeconds").GetDouble(), clip.GetProperty("title").GetString()));
        Assert.Equal((parent, 4, 12), (clip.GetProperty("clipOf").GetProperty("assetId").GetString(), clip.GetProperty("clipOf").GetProperty("startSeconds").GetDouble(), clip.GetProperty("clipOf").GetProperty("endSeconds").GetDouble()));
        var watch = await _owner.SendAsync(HttpMethod.Get, $"playback/{clip.GetProperty("playbackIds")[0].GetProperty("id").GetString()}");
        Assert.StartsWith("/watch/play_", watch.Body.GetProperty("clipOf").GetProperty("watchUrl").GetString(), StringComparison.Ordinal);
        Assert.Equal("asset.no_source", (await _owner.SendAsync(HttpMethod.Post, $"assets/{id}/reprocess")).Text("code"));

        Assert.Equal(HttpStatusCode.Accepted, (await _owner.SendAsync(HttpMethod.Delete, $"assets/{parent}?permanent=true")).Status);
        await Eventually.HoldsAsync(async () => await StoredBlobs.NamesOfAsync(owned.Platform, parent) is [], Patience, "nothing is left of the video");
        var check = await CommandLine.RunAsync(Repository.StreamCommand, ["check", id, "--data", owned.Platform.Data], Patience);
        Assert.True(check.ExitCode == 0, check.Output + check.Errors);
    }
}
