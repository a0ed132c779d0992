using System.Diagnostics;
using System.Globalization;

namespace StreamPlatform.Bench;

/// <summary>
/// Gives the one job that a platform runs at a time the last core for itself; the platform and its storage emulator have
/// the others. So a job takes as long as on a worker elsewhere, which shares its core with nobody.
/// </summary>
internal static class OwnCore
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>What starts a command on all cores but the last, which is left to jobs; nothing when there is but one core.</summary>
    public static string[] Others { get; } = Environment.ProcessorCount > 1 ? ["taskset", "-c", $"0-{Environment.ProcessorCount - 2}"] : [];

    /// <summary>Moves each job, while it starts, to the last core, where its ffmpegs follow; returns when the platform has ended.</summary>
    public static async Task KeepAsync(Process platform, CancellationToken ct)
    {
        var moved = new HashSet<int>();
        while (Environment.ProcessorCount > 1 && !platform.HasExited)
        {
            foreach (var job in JobMemory.JobsOf(platform.Id).Where(moved.Add))
            {
                // The job may have ended meanwhile: then there is nothing to move.
                using var mover = Measured.Start("taskset", ["-a", "-c", "-p", $"{Environment.ProcessorCount - 1}", job.ToString(CultureInfo.InvariantCulture)], null);
                await mover.WaitForExitAsync(ct);
            }

            await Task.Delay(Interval, ct);
        }
    }
}
