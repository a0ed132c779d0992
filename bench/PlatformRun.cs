using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace StreamPlatform.Bench;

/// <summary>A file published by a platform of its own, with what the platform and each of its jobs used.</summary>
/// <param name="FirstPlayable">Seconds from the block list's commit until a player could have picture and sound.</param>
/// <param name="Ready">Seconds from the commit until the asset was ready.</param>
/// <param name="CpuSeconds">Processor time of everything but the storage emulator.</param>
internal sealed partial record PlatformRun(double FirstPlayable, double Ready, double CpuSeconds, IReadOnlyList<PlatformItem> Items)
{
    /// <summary>Processor time of the host: its start, requests, workflow, probes and packaging.</summary>
    public double HostCpuSeconds => CpuSeconds - Items.Sum(item => item.CpuSeconds);

    /// <param name="ownCore">Its jobs, of which it must run one at a time, have a core of their own.</param>
    /// <exception cref="InvalidOperationException">It did not become ready.</exception>
    public static async Task<PlatformRun> PublishAsync(string source, string data, IReadOnlyDictionary<string, string> settings, CancellationToken ct, bool ownCore = false)
    {
        string[] command = [.. ownCore ? OwnCore.Others : [], Path.Combine(Measured.RepositoryRoot, "stream"), "publish", "--once", "--json", "--data", data, source];
        using var platform = Measured.Start(command[0], command[1..], settings);
        var (output, errors) = (platform.StandardOutput.ReadToEndAsync(ct), platform.StandardError.ReadToEndAsync(ct));
        var clock = new PlatformClock(platform, data);
        await Task.WhenAll(clock.WatchAsync(ct), ownCore ? OwnCore.KeepAsync(platform, ct) : Task.CompletedTask);
        if (platform.ExitCode != 0)
            throw new InvalidOperationException($"The platform did not publish the source: {await output} {await errors}");
        using var published = JsonDocument.Parse(await output);
        var seconds = published.RootElement.GetProperty("seconds");
        return new PlatformRun(
            seconds.GetProperty("firstPlayable").GetDouble(), seconds.GetProperty("ready").GetDouble(), clock.CpuSeconds,
            [.. Directory.EnumerateFiles(Path.Combine(data, "logs"), "transcoder-*.log").SelectMany(ItemsOf)]);
    }

    /// <summary>
    /// Of equal runs, the least that each part took: what else a machine does, and its neighbours on the same processor, can
    /// only add to it.
    /// </summary>
    public static PlatformRun Least(IReadOnlyList<PlatformRun> runs)
    {
        List<PlatformItem> items =
        [
            .. runs.SelectMany(run => run.Items).GroupBy(item => item.Id).Select(same =>
                new PlatformItem(same.Key, same.Min(item => item.CpuSeconds), same.Min(item => item.WallSeconds), same.Min(item => item.Ended))),
        ];
        return new PlatformRun(
            runs.Min(run => run.FirstPlayable), runs.Min(run => run.Ready), runs.Min(run => run.HostCpuSeconds) + items.Sum(item => item.CpuSeconds), items);
    }

    /// <summary>A place's items one after the other: each begins when the one before it has ended.</summary>
    private static IEnumerable<PlatformItem> ItemsOf(string log)
    {
        DateTimeOffset? before = null;
        foreach (Match made in Made().Matches(File.ReadAllText(log)))
        {
            var ended = DateTimeOffset.Parse(made.Groups["at"].Value, CultureInfo.InvariantCulture);
            yield return new PlatformItem(
                made.Groups["item"].Value, double.Parse(made.Groups["cpu"].Value, CultureInfo.InvariantCulture), (ended - before)?.TotalSeconds, ended);
            before = ended;
        }
    }

    [GeneratedRegex(@"(?<at>\d{4}-\d\d-\d\dT\S+) Information 4001 Made (?<item>\S+) of \S+ \S+ in (?<cpu>[\d.]+) CPU-s")]
    private static partial Regex Made();
}

/// <summary>A job as its log tells it. <paramref name="WallSeconds"/> from the end of the job before it in its place; null for the first.</summary>
internal sealed record PlatformItem(string Id, double CpuSeconds, double? WallSeconds, DateTimeOffset Ended);
