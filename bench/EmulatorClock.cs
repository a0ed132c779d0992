using System.Globalization;

namespace StreamPlatform.Bench;

/// <summary>
/// Watches how much processor time the storage emulator of one data folder uses, so that it can be left out of the
/// platform's. The last look comes up to 50 ms before it ends: what it uses after that is counted against the platform.
/// </summary>
internal sealed class EmulatorClock(string data)
{
    private const double TicksPerSecond = 100;

    /// <summary>User and system seconds so far.</summary>
    public double CpuSeconds { get; private set; }

    public async Task WatchAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
                Look(folder);
            await Task.Delay(50, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Look(string folder)
    {
        try
        {
            var command = File.ReadAllText(Path.Combine(folder, "cmdline"));
            if (!command.StartsWith("node\0", StringComparison.Ordinal) || !command.Contains(data, StringComparison.Ordinal))
                return;
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            CpuSeconds = Math.Max(CpuSeconds, (Ticks(fields[11]) + Ticks(fields[12])) / TicksPerSecond);
        }
        catch (IOException)
        {
            // It has just ended.
        }
    }

    private static double Ticks(string field) => double.Parse(field, CultureInfo.InvariantCulture);
}
