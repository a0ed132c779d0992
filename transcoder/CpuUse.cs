using System.Globalization;

namespace StreamPlatform.Transcoder;

/// <summary>Processor time of this process and the children it has waited for, from proc(5).</summary>
internal static class CpuUse
{
    /// <summary>sysconf(_SC_CLK_TCK) on every Linux that .NET runs on.</summary>
    private const double TicksPerSecond = 100;

    private static double _before;

    /// <summary>What was used so far is not counted any more: another item begins.</summary>
    public static void Begin() => _before = Total();

    /// <summary>Since the item began; 0 where the system doesn't tell.</summary>
    public static double Seconds() => Math.Round(Total() - _before, 2);

    private static double Total()
    {
        if (!File.Exists("/proc/self/stat"))
            return 0;
        var stat = File.ReadAllText("/proc/self/stat");
        // The name, in parentheses, may hold anything; utime, stime, cutime and cstime are fields 14 to 17.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields.Skip(11).Take(4).Sum(field => long.Parse(field, CultureInfo.InvariantCulture)) / TicksPerSecond;
    }
}
