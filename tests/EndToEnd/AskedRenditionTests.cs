using System.Net;
using System.Text.Json;
using StreamPlatform.EndToEnd.Tests.Faults;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>Renditions that are made when somebody asks for them.</summary>
[Collection(OwnedPlatformCollection.Name)]
public sealed class AskedRenditionTests(OwnedPlatform owned) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Owner _owner = Owner.Of(owned.Platform);
    private readonly HttpClient _anyone = new();
    private int _asked;

    public void Dispose()
    {
        _owner.Dispose();
        _anyone.Dispose();
    }

    [Fact]
    public async Task A_rendition_that_was_not_made_is_made_by_the_first_request_for_it_and_plays_beside_the_others()
    {
        var file = await Samples.VideoAsync(owned.Platform.Folder, "asked.mp4", seconds: 6, size: "640x360");
        var asset = (await _owner.PublishAsync(file)).GetProperty("id").GetString()!;
        Assert.Equal(("available", "ready"), (await StatusAsync(asset, "360p-av1"), await StatusAsync(asset, "360p")));
        var before = await SegmentsAsync(asset, "360p");

        // Asked for as a file; asking for the rendition itself finds it being made.
        var asked = await _owner.SendAsync(HttpMethod.Get, $"assets/{asset}/downloads/360p-av1");
        Assert.Equal((HttpStatusCode.Accepted, "making"), (asked.Status, asked.Text("status")));
        var again = await _owner.SendAsync(HttpMethod.Post, $"assets/{asset}/renditions", new { height = 360, codec = "av1" });
        Assert.Equal("360p-av1", again.Text("name"));
        Assert.Equal("rendition.upsample", (await _owner.SendAsync(HttpMethod.Post, $"assets/{asset}/renditions", new { name = "720p" })).Text("code"));

        await _owner.BecomesAsync(asset, "ready", revision: 2);
        Assert.Equal(HttpStatusCode.OK, (await _owner.SendAsync(HttpMethod.Post, $"assets/{asset}/renditions", new { name = "360p-av1" })).Status);
        Assert.Equal(before, await SegmentsAsync(asset, "360p"));

        // Once the revision before it is over, its segments are still what this one plays.
        await Eventually.HoldsAsync(async () => (await StoredBlobs.NamesOfAsync(owned.Platform, asset)).All(name => !name.EndsWith("/plan.json", StringComparison.Ordinal)), Patience, "the run is retired");
        var (h264, av1) = (await DecodedAsync(asset, "360p"), await DecodedAsync(asset, "360p-av1"));
        Assert.Equal((180, "h264"), h264);
        Assert.Equal((180, "av1"), av1);
        Assert.Contains("codecs=\"av01.", await _anyone.GetStringAsync((await _owner.AssetAsync(asset)).GetProperty("dashUrl").GetString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_that_is_watched_a_lot_gets_a_better_encode_once()
    {
        var file = await Samples.VideoAsync(owned.Platform.Folder, "popular.mp4", seconds: 4, size: "640x360");
        var asset = (await _owner.PublishAsync(file)).GetProperty("id").GetString()!;

        var popular = await CommandLine.RunAsync(Repository.StreamCommand, ["popular", $"{asset}=70000", "--days", "7", "--data", owned.Platform.Data], Patience);

        Assert.True(popular.ExitCode == 0, popular.Errors);
        Assert.StartsWith($"{asset} started: av1 would save $", popular.Output, StringComparison.Ordinal);
        await _owner.BecomesAsync(asset, "ready", revision: 2);
        Assert.Equal((120, "av1"), await DecodedAsync(asset, "360p-av1"));

        // The other step is worth it too; after that nothing is left, whatever came of it.
        var other = await PopularAsync(asset);
        Assert.StartsWith($"{asset} started: h264-medium would save $", other, StringComparison.Ordinal);
        await Eventually.HoldsAsync(async () => (await PopularAsync(asset)).StartsWith($"{asset} left: Nothing is left to do", StringComparison.Ordinal), Patience, "both steps were taken");
    }

    private async Task<string> PopularAsync(string asset)
    {
        // The same list on the same day is one workflow: each asks with another number.
        var views = FormattableString.Invariant($"{asset}={10_000 + _asked++}");
        return (await CommandLine.RunAsync(Repository.StreamCommand, ["popular", views, "--data", owned.Platform.Data], Patience)).Output;
    }

    private async Task<string?> StatusAsync(string asset, string rendition) => (await _owner.SendAsync(HttpMethod.Get, $"assets/{asset}/renditions")).Body
        .GetProperty("items").EnumerateArray().Single(item => item.GetProperty("name").GetString() == rendition).GetProperty("status").GetString();

    private async Task<string> PlaylistAsync(string asset, string rendition)
    {
        var master = (await _owner.AssetAsync(asset)).GetProperty("hlsUrl").GetString()!;
        var lines = (await _anyone.GetStringAsync(master)).Split('\n');
        return new Uri(new Uri(master), lines.First(line => line.EndsWith($"/{rendition}.m3u8", StringComparison.Ordinal) && !line.StartsWith('#'))).ToString();
    }

    /// <summary>Addresses without their signatures.</summary>
    private async Task<string[]> SegmentsAsync(string asset, string rendition) =>
        [.. (await _anyone.GetStringAsync(await PlaylistAsync(asset, rendition))).Split('\n').Where(line => line.Contains(".m4s", StringComparison.Ordinal)).Select(line => line.Split('?')[0])];

    /// <summary>Frames that a decoder makes of the playlist, and of which codec.</summary>
    private async Task<(int Frames, string Codec)> DecodedAsync(string asset, string rendition)
    {
        var run = await CommandLine.RunAsync(
            "ffprobe",
            ["-v", "error", "-select_streams", "v", "-count_frames", "-show_entries", "stream=codec_name,nb_read_frames", "-of", "json", await PlaylistAsync(asset, rendition)],
            Patience);
        Assert.True(run.ExitCode == 0, run.Errors);
        var stream = JsonDocument.Parse(run.Output).RootElement.GetProperty("streams")[0];
        return (int.Parse(stream.GetProperty("nb_read_frames").GetString()!, System.Globalization.CultureInfo.InvariantCulture), stream.GetProperty("codec_name").GetString()!);
    }
}
