namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>What must hold when everything has come to its end.</summary>
internal sealed class Aftermath(Platform platform, Creator creator)
{
    private static readonly string[] RuntimesOwn = ["dotnet-diagnostic-", "clr-debug-pipe-", ".dotnet"];

    public Task BecomesAsync(string asset, params string[] states) => Eventually.HoldsAsync(
        async () =>
        {
            var now = await creator.StatusAsync(asset);
            Assert.True(now is not "failed" || states.Contains(now), $"{asset} failed: {await creator.FindAsync(asset)}");
            return states.Contains(now);
        },
        TimeSpan.FromMinutes(5),
        $"{asset} becomes {string.Join(" or ", states)}");

    /// <summary>
    /// Once superseded revisions have gone, every blob belongs to a published video or is somebody's original, the quotas
    /// count just those, no message waits for a run that is over, no workflow runs, and no file is left in scratch.
    /// </summary>
    /// <param name="published">Assets that have a published revision.</param>
    /// <param name="kept">Assets that have an original.</param>
    public async Task NothingIsLeftOverAsync(IEnumerable<string> published, IEnumerable<string> kept)
    {
        var media = published.ToHashSet();
        var originals = kept.ToHashSet();
        var watch = new StageWatch(platform);
        var strays = new List<string>();
        try
        {
            await Eventually.HoldsAsync(
                async () =>
                {
                    strays = [.. await StoredBlobs.StraysAsync(platform, media, originals), .. await StoredBlobs.QueuesInUseAsync(platform), .. Files()];
                    if (await watch.LookAsync() is { } running)
                        strays.AddRange(running.Select(asset => $"workflow of {asset.Key} in {string.Join('+', asset)}"));
                    var (bytes, _, _) = await creator.UsageAsync();
                    if (await StoredBlobs.OriginalsBytesAsync(platform) is var stored && stored != bytes)
                        strays.Add($"{bytes} bytes are charged, {stored} are stored");
                    if (await creator.UsageAsync() is { OpenUploads: > 0 and var open })
                        strays.Add($"{open} uploads are open");
                    return strays.Count == 0;
                },
                TimeSpan.FromMinutes(3),
                "nothing is left over");
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Left over: {string.Join(", ", strays.Take(20))} ({strays.Count})");
        }
    }

    /// <summary>
    /// Of the platform's own folder only what it works on would count, and it works on nothing. Of temporary files only
    /// the .NET runtime's own count not: sockets for debuggers, named by the process.
    /// </summary>
    private IEnumerable<string> Files() =>
    [
        .. Directory.EnumerateFiles(platform.Scratch, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).StartsWith($"{platform.ProcessId}-", StringComparison.Ordinal)),
        .. Directory.EnumerateFiles(platform.TemporaryFiles, "*", SearchOption.AllDirectories)
            .Where(file => !RuntimesOwn.Any(own => Path.GetRelativePath(platform.TemporaryFiles, file).StartsWith(own, StringComparison.Ordinal))),
    ];
}
