using System.Security.Cryptography;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Local.Cli.Composition;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>A backup that is taken in the middle of work is enough to go on from elsewhere.</summary>
[Collection(OwnedPlatformCollection.Name)]
public sealed class BackupTests(OwnedPlatform owned)
{
    [Fact]
    public async Task Restored_elsewhere_a_backup_of_a_busy_platform_has_the_ready_videos_and_finishes_the_others()
    {
        using var owner = Owner.Of(owned.Platform);
        var ready = (await owner.PublishAsync(owned.Short)).GetProperty("id").GetString()!;
        var busy = await owner.UploadAsync(await Samples.VideoAsync(owned.Platform.Folder, "longer.mp4", seconds: 24, size: "640x360"));
        await owner.BecomesAsync(busy, "processing");
        var (backup, restored) = (Path.Combine(owned.Platform.Folder, "backup"), Path.Combine(owned.Platform.Folder, "restored"));

        await StreamAsync("backup", backup, "--data", owned.Platform.Data);
        await owner.BecomesAsync(busy, "ready");
        await StreamAsync("restore", backup, "--data", restored);

        var from = TimeProvider.System.GetUtcNow();
        await using var platform = await RestoredPlatform.StartAsync(restored, OwnedPlatform.Settings);
        using var there = new Owner(platform.Url, owned.Platform.ApiKey);
        Assert.Equal(1, (await there.BecomesAsync(ready, "ready")).GetProperty("revision").GetInt32());
        var finished = await there.BecomesAsync(busy, "ready");
        Assert.Equal(1, finished.GetProperty("revision").GetInt32());
        Assert.True(finished.GetProperty("readyAt").GetDateTimeOffset() > from, "it was ready in the backup already");
        foreach (var asset in new[] { ready, busy })
            Assert.Equal(await MediaAsync(owned.Platform.Data, asset), await MediaAsync(restored, asset));
        await StreamAsync("check", busy, "--data", restored);
    }

    private static async Task StreamAsync(params string[] arguments)
    {
        var run = await CommandLine.RunAsync(Repository.StreamCommand, arguments, TimeSpan.FromMinutes(2));
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
    }

    /// <summary>SHA-256 of everything players can fetch of an asset: the head start goes in its own time.</summary>
    private static async Task<SortedDictionary<string, string>> MediaAsync(string data, string asset)
    {
        var blobs = RunningStorage.Find(data)!;
        var digests = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var facts in blobs.ListAsync(Containers.Media, $"{asset}/", default))
            if (!facts.Name.Contains("/head/", StringComparison.Ordinal))
                digests[facts.Name] = Convert.ToHexStringLower(SHA256.HashData((await blobs.ReadAsync(new(Containers.Media, facts.Name), 100_000_000, default))!));
        Assert.NotEmpty(digests);
        return digests;
    }
}
