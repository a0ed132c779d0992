using System.Text.Json;

namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>The platform and its transcoders agree about what a dead one held.</summary>
public sealed class DeadJobTests
{
    /// <summary>By its time-out of 30 s, extended every 8 s, an item would be back after 22 s at the soonest.</summary>
    private static readonly TimeSpan SoonerThanItsTimeOut = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task The_item_of_a_killed_transcoder_is_in_another_ones_hands_sooner_than_its_time_out()
    {
        await using var platform = await Drill.StartPlatformAsync();
        var creator = new Creator(platform);
        var asset = await creator.UploadAsync(await Drill.SourceAsync(platform, "source.mp4", 20));

        var message = await Eventually.GetAsync(
            async () => (await HeldAsync(platform)).Find(held => ProcessTree.Kill(held.Holder))?.Message, TimeSpan.FromMinutes(1), "a transcoder is killed");
        await Eventually.HoldsAsync(
            async () => (await HeldAsync(platform)).Exists(held => held.Message == message),
            SoonerThanItsTimeOut,
            "another transcoder holds the item");
        await new Aftermath(platform, creator).BecomesAsync(asset, "ready");
    }

    /// <summary>What living transcoders hold.</summary>
    private static async Task<List<Held>> HeldAsync(Platform platform)
    {
        var held = new List<Held>();
        foreach (var (id, _) in ProcessTree.DescendantsOf(platform.ProcessId))
            if (ProcessTree.OpenFiles(id).FirstOrDefault(file => file.EndsWith(".lease", StringComparison.Ordinal)) is { } file)
            {
                // Not by .NET, which would heed the lock.
                var cat = await CommandLine.RunAsync("cat", [file], TimeSpan.FromSeconds(10));
                if (cat.Output.Contains('\n', StringComparison.Ordinal))
                    held.Add(new Held(id, JsonDocument.Parse(cat.Output.Split('\n')[0]).RootElement.GetProperty("messageId").GetString()!));
            }

        return held;
    }

    private sealed record Held(int Holder, string Message);
}
