using System.Net;
using StreamPlatform.EndToEnd.Tests.Faults;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>What owners do to videos that are made or ready: cancel, process again, replace.</summary>
[Collection(OwnedPlatformCollection.Name)]
public sealed class OwnedRunTests(OwnedPlatform owned) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Owner _owner = Owner.Of(owned.Platform);

    public void Dispose() => _owner.Dispose();

    [Fact]
    public async Task A_video_cancelled_while_it_is_processed_leaves_its_original_from_which_it_can_be_made_after_all()
    {
        var asset = await _owner.UploadAsync(owned.Long);
        await _owner.BecomesAsync(asset, "processing");

        var cancelled = await _owner.SendAsync(HttpMethod.Post, $"assets/{asset}/cancel");

        Assert.Equal((HttpStatusCode.Accepted, "cancelled"), (cancelled.Status, cancelled.Text("status")));
        await Eventually.HoldsAsync(async () => await NamesAsync(asset) is [var only] && IsOriginal(only), Patience, "only the original is left");

        Assert.Equal(HttpStatusCode.Accepted, (await _owner.SendAsync(HttpMethod.Post, $"assets/{asset}/reprocess")).Status);
        Assert.Equal(1, (await _owner.BecomesAsync(asset, "ready")).GetProperty("revision").GetInt32());
        await Eventually.HoldsAsync(
            async () => await StoredBlobs.QueuesInUseAsync(owned.Platform) is [], Patience, "no work waits, of the cancelled run either");
    }

    [Fact]
    public async Task A_video_processed_again_plays_on_meanwhile_and_is_the_same_bytes_as_its_next_revision()
    {
        var first = await _owner.PublishAsync(owned.Short);
        var asset = first.GetProperty("id").GetString()!;
        var before = await StoredBlobs.OfAsync(owned.Platform, asset);

        Assert.Equal(HttpStatusCode.Accepted, (await _owner.SendAsync(HttpMethod.Post, $"assets/{asset}/reprocess")).Status);
        await RevisionWhilePlayingAsync(asset, 2);

        await OneRunAsync(asset);
        Assert.Equal(before.Digests, (await StoredBlobs.OfAsync(owned.Platform, asset)).Digests);
    }

    [Fact]
    public async Task A_replaced_original_becomes_the_next_revision_under_the_same_address_and_the_former_one_goes()
    {
        var first = await _owner.PublishAsync(owned.Short);
        var asset = first.GetProperty("id").GetString()!;
        var former = Assert.Single(await NamesAsync(asset), IsOriginal);

        var other = await Samples.VideoAsync(owned.Platform.Folder, "other.mp4", seconds: 4, size: "320x180");
        Assert.Equal(asset, await _owner.UploadAsync(other, asset));
        await RevisionWhilePlayingAsync(asset, 2);

        var second = await _owner.AssetAsync(asset);
        Assert.Equal(2, first.GetProperty("durationSeconds").GetDouble(), 0.1);
        Assert.Equal(4, second.GetProperty("durationSeconds").GetDouble(), 0.1);
        foreach (var kept in new[] { "title", "hlsUrl", "dashUrl", "watchUrl" })
            Assert.Equal(first.GetProperty(kept).GetString(), second.GetProperty(kept).GetString());
        await OneRunAsync(asset);
        Assert.NotEqual(former, Assert.Single(await NamesAsync(asset), IsOriginal));
    }

    [Fact]
    public async Task A_part_of_a_video_that_costs_more_than_its_cap_is_made_once_its_owner_says_yes()
    {
        var asset = await _owner.UploadAsync(owned.Long, encoding: new { costCap = 0, trim = new { start = 3.5, end = 6 } });
        var waiting = await _owner.BecomesAsync(asset, "awaitingApproval");
        Assert.True(waiting.GetProperty("question").GetProperty("expectedDollars").GetDouble() > 0);
        Assert.Equal(0, waiting.GetProperty("question").GetProperty("capDollars").GetDouble());
        Assert.DoesNotContain(await NamesAsync(asset), name => name.StartsWith("media", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Accepted, (await _owner.SendAsync(HttpMethod.Post, $"assets/{asset}/approve")).Status);
        var ready = await _owner.BecomesAsync(asset, "ready");

        Assert.Equal(2.5, ready.GetProperty("durationSeconds").GetDouble(), 2);
        Assert.False(ready.TryGetProperty("question", out _));
    }

    /// <summary>Waits for the revision; until it is there the former one plays.</summary>
    private Task RevisionWhilePlayingAsync(string asset, int revision) => Eventually.HoldsAsync(
        async () =>
        {
            var now = await _owner.AssetAsync(asset);
            Assert.NotEqual("failed", now.GetProperty("status").GetString());
            using var segment = await Playlists.FirstSegmentAsync(now.GetProperty("hlsUrl").GetString()!);
            Assert.Equal(HttpStatusCode.OK, segment.StatusCode);
            return now.GetProperty("status").GetString() == "ready" && now.GetProperty("revision").GetInt32() == revision;
        },
        Patience,
        $"{asset} has revision {revision}");

    private Task OneRunAsync(string asset) => Eventually.HoldsAsync(
        async () => (await NamesAsync(asset)).Where(name => !IsOriginal(name)).Select(name => name.Split('/')[2]).Distinct().Count() == 1,
        Patience,
        "the superseded run is gone");

    private Task<List<string>> NamesAsync(string asset) => StoredBlobs.NamesOfAsync(owned.Platform, asset);

    private static bool IsOriginal(string name) => name.StartsWith("uploads/", StringComparison.Ordinal);
}
