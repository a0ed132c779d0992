using StreamPlatform.EndToEnd.Tests.Faults;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary><c>stream check</c> on a video of the platform, before and after a segment is lost.</summary>
[Collection(OwnedPlatformCollection.Name)]
public sealed class CheckCommandTests(OwnedPlatform owned)
{
    [Fact]
    public async Task A_segment_that_is_gone_is_named_by_asset_and_by_either_manifest()
    {
        using var owner = Owner.Of(owned.Platform);
        var asset = await owner.PublishAsync(owned.Short);
        var id = asset.GetProperty("id").GetString()!;
        var whole = await CheckAsync(id);
        Assert.True(whole.ExitCode == 0, whole.Output + whole.Errors);

        owned.Platform.Broken.Add(id);
        var segment = (await StoredBlobs.NamesOfAsync(owned.Platform, id)).First(name => name.Contains("/video/", StringComparison.Ordinal) && name.EndsWith(".m4s", StringComparison.Ordinal));
        await StoredBlobs.Client(owned.Platform).GetBlobContainerClient("media").DeleteBlobAsync(segment["media/".Length..]);

        foreach (var target in new[] { id, asset.GetProperty("hlsUrl").GetString()!, asset.GetProperty("dashUrl").GetString()! })
        {
            var check = await CheckAsync(target);
            Assert.Equal(3, check.ExitCode);
            Assert.Contains("check.missing_segment", check.Output, StringComparison.Ordinal);
        }
    }

    private Task<Finished> CheckAsync(string target) => CommandLine.RunAsync(
        Repository.StreamCommand, ["check", target, "--data", owned.Platform.Data], TimeSpan.FromMinutes(1));
}
