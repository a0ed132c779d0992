using System.Diagnostics;
using System.Globalization;

namespace StreamPlatform.Bench;

/// <summary>
/// Processor time of a platform and of every process it has waited for, but not of its storage emulator. The emulator is
/// the last process a platform stops, so the kernel's sum for the platform is read as long as the emulator lives: whatever
/// comes after the last look (at most 20 ms) is counted for nobody.
/// </summary>
internal sealed class PlatformClock(Process platform, string data)
{
    private const double TicksPerSecond = 100;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private int? _emulator;

    /// <summary>User and system seconds so far.</summary>
    public double CpuSeconds { get; private set; }

    /// <summary>Returns when the platform has ended.</summary>
    /// <exception cref="InvalidOperationException">It never had an emulator: then its time can't be told from the emulator's.</exception>
    public async Task WatchAsync(CancellationToken ct)
    {
        while (!platform.HasExited)
        {
            var before = Read(platform.Id);
            _emulator ??= FindEmulator();
            if (before is { } seconds && (_emulator is not { } emulator || Read(emulator) is not null))
                CpuSeconds = seconds;
            await Task.Delay(Interval, ct);
        }

        if (_emulator is null)
            throw new InvalidOperationException("The platform ran without a storage emulator of its own.");
    }

    private int? FindEmulator()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && ReadText(id, "cmdline") is { } command
                && command.StartsWith("node\0", StringComparison.Ordinal) && command.Contains(data, StringComparison.Ordinal))
            {
                return id;
            }
        }

        return null;
    }

    /// <summary>Its own time and that of the children it has waited for (proc(5): utime, stime, cutime, cstime); null when it has ended.</summary>
    public static double? Read(int id)
    {
        if (ReadText(id, "stat") is not { Length: > 0 } stat)
            return null;
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields[0] == "Z" ? null : fields.Skip(11).Take(4).Sum(field => long.Parse(field, CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    private static string? ReadText(int id, string name)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{name}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // it has just ended
        }
    }
}
