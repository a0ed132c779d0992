using System.Diagnostics;

namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>
/// Kills the platform, also while it starts, or one of its job processes with SIGKILL, and starts what it killed. Storage
/// is not ours to kill: Azurite is not below the platform.
/// </summary>
internal sealed class Saboteur(Platform platform, Random random)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public List<Strike> Strikes { get; } = [];

    /// <summary>
    /// Kills, at once: <paramref name="wanted"/>, or the platform when none of that kind comes to live. What dies with the
    /// platform must be dead when it is; the platform is started again.
    /// </summary>
    public async Task StrikeAsync(Victim wanted, Stage? stage, string going)
    {
        // Drawn whether needed or not, so that one seed draws the same however the machine's timing differs.
        var (choice, again, pause) = (random.Next(), random.Next(4) == 0, random.Next(100, 2000));
        if (wanted != Victim.Platform && TryKill(wanted, choice))
        {
            Note(wanted, stage, going);
            return;
        }

        await KillPlatformAsync();
        Note(Victim.Platform, stage, going);
        if (again)
        {
            platform.Launch();
            await Task.Delay(pause);
            await KillPlatformAsync();
            Note(Victim.StartingPlatform, stage, going);
        }

        await platform.ServeAsync();
    }

    private void Note(Victim victim, Stage? stage, string going) => Strikes.Add(new Strike(victim, stage, going, _clock.Elapsed));

    private bool TryKill(Victim wanted, int choice)
    {
        // Tools live shortly: looked for without a pause.
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience;)
        {
            var found = ProcessTree.DescendantsOf(platform.ProcessId).Where(process => IsA(process.Command, wanted)).Select(process => process.Id).Order().ToList();
            if (found.Count > 0 && ProcessTree.Kill(found[choice % found.Count]))
                return true;
        }

        return false;
    }

    /// <summary>By the program; before that runs, its wrappers carry its name too.</summary>
    private static bool IsA(string command, Victim victim) => victim == Victim.Transcoder
        ? command.Contains("transcoder.dll", StringComparison.OrdinalIgnoreCase)
        : !command.Contains("transcoder.dll", StringComparison.OrdinalIgnoreCase)
            && (command.Contains("ffmpeg", StringComparison.Ordinal) || command.Contains("ffprobe", StringComparison.Ordinal));

    private async Task KillPlatformAsync()
    {
        var below = ProcessTree.DescendantsOf(platform.ProcessId);
        await platform.KillAsync();
        await Eventually.HoldsAsync(
            () => Task.FromResult(!below.Any(process => IsJob(process.Command) && ProcessTree.IsAlive(process.Id))),
            TimeSpan.FromSeconds(5),
            "job processes die with the platform");
    }

    private static bool IsJob(string command) => IsA(command, Victim.Transcoder) || IsA(command, Victim.Tool);
}
