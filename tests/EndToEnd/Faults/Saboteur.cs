namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>
/// Kills the platform, also while it starts, or one of its job processes with SIGKILL at random instants, and starts what
/// it killed. Storage is not ours to kill: Azurite is not below the platform.
/// </summary>
internal sealed class Saboteur(Platform platform, Random random)
{
    /// <summary>What was killed, for the report: <c>platform</c>, <c>starting platform</c>, <c>transcoder</c>, <c>ffmpeg</c>.</summary>
    public List<string> Victims { get; } = [];

    public override string ToString() =>
        string.Join(", ", Victims.GroupBy(victim => victim).Select(group => $"{group.Count()} × {group.Key}"));

    public async Task StrikeAsync()
    {
        await Task.Delay(random.Next(50, 2500));
        var below = ProcessTree.DescendantsOf(platform.ProcessId);
        var jobs = below.Where(process => process.Command.Contains("ranscoder", StringComparison.Ordinal) || process.Command.Contains("ffmpeg", StringComparison.Ordinal)).ToList();
        if (jobs.Count > 0 && random.Next(2) == 0)
        {
            var victim = jobs[random.Next(jobs.Count)];
            ProcessTree.Kill(victim.Id);
            Victims.Add(victim.Command.Contains("ranscoder", StringComparison.Ordinal) ? "transcoder" : "ffmpeg");
            return;
        }

        await platform.KillAsync();
        Victims.Add("platform");
        await Eventually.HoldsAsync(
            () => Task.FromResult(!jobs.Any(job => ProcessTree.IsAlive(job.Id))),
            TimeSpan.FromSeconds(5),
            "job processes die with the platform");
        if (random.Next(3) == 0)
        {
            platform.Launch();
            await Task.Delay(random.Next(100, 2000));
            await platform.KillAsync();
            Victims.Add("starting platform");
        }

        await platform.ServeAsync();
    }
}
