using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>What a drill did, for who reads its test's output and, by the file that <c>FAULT_REPORT</c> names, for who ran the script.</summary>
internal sealed class DrillReport(ITestOutputHelper output)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public void Tell(string what)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{_clock.Elapsed.TotalSeconds,4:0} s  {what}");
        output.WriteLine(line);
        if (Environment.GetEnvironmentVariable("FAULT_REPORT") is { Length: > 0 } file)
            File.AppendAllText(file, line + "\n");
    }

    public void Tell(Saboteur saboteur, int videos)
    {
        Tell($"Seed {Drill.Seed}: {videos} videos, {Strike.Sum(saboteur.Strikes)}");
        foreach (var strike in saboteur.Strikes)
            Tell($"  {strike}");
    }
}
