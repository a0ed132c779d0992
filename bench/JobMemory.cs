using System.Diagnostics;
using System.Globalization;

namespace StreamPlatform.Bench;

/// <summary>Resident memory of a platform's jobs, each with the children it has.</summary>
internal static class JobMemory
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>The most that one job and its children held at one time, bytes; pages that they share count for each.</summary>
    public static async Task<long> WatchAsync(Process platform, CancellationToken ct)
    {
        long most = 0;
        while (!platform.HasExited)
        {
            most = Math.Max(most, Look(platform.Id));
            await Task.Delay(Interval, ct);
        }

        return most > 0 ? most : throw new InvalidOperationException("Not one job was seen.");
    }

    /// <summary>The jobs that run now below a platform's process.</summary>
    public static IReadOnlyList<int> JobsOf(int platform) => [.. Below(All(), platform).Where(process => process.IsJob).Select(process => process.Id)];

    private static long Look(int root)
    {
        var children = All();
        return Below(children, root).Where(process => process.IsJob).Select(process => process.Bytes + Below(children, process.Id).Sum(child => child.Bytes)).DefaultIfEmpty().Max();
    }

    private static ILookup<int, Seen> All() => Directory.EnumerateDirectories("/proc").Select(folder => Path.GetFileName(folder))
        .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
        .Select(name => Read(int.Parse(name, CultureInfo.InvariantCulture))).OfType<Seen>().ToLookup(process => process.Parent);

    private static IEnumerable<Seen> Below(ILookup<int, Seen> children, int id) =>
        children[id].SelectMany(child => Below(children, child.Id).Prepend(child));

    /// <summary>Null when it has just ended (proc(5): stat and statm).</summary>
    private static Seen? Read(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var parent = int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
            var pages = long.Parse(File.ReadAllText($"/proc/{id}/statm").Split(' ')[1], CultureInfo.InvariantCulture);
            var isJob = File.ReadAllText($"/proc/{id}/cmdline").Contains("transcoder.dll", StringComparison.OrdinalIgnoreCase);
            return new Seen(id, parent, pages * Environment.SystemPageSize, isJob);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private sealed record Seen(int Id, int Parent, long Bytes, bool IsJob);
}
