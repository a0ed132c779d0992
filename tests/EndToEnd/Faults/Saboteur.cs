namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>Kills the platform or one of its job processes with SIGKILL at random instants, and starts what it killed.</summary>
internal sealed class Saboteur(Platform platform, Random random)
{
    /// <summary>What was killed, for the report: <c>platform</c>, <c>transcoder</c>, <c>ffmpeg</c>.</summary>
    public List<string> Victims { get; } = [];

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
        await platform.ServeAsync();
    }
}
