using System.Security.Cryptography;

namespace StreamPlatform.Azure.Cosmos;

/// <summary>Starts over what lost against another writer. Each loss means that someone else's write went through.</summary>
internal static class LostRaces
{
    /// <summary>Tries before it is given up.</summary>
    public const int Attempts = 32;

    private const int LongestWaitMilliseconds = 64;

    /// <param name="what">For the message.</param>
    /// <param name="attempt">Gives whether it went through, and with what.</param>
    /// <exception cref="TimeoutException">It lost every time.</exception>
    public static async Task<T> RepeatAsync<T>(
        string what, TimeProvider clock, Func<Task<(bool Done, T Value)>> attempt, CancellationToken ct)
    {
        for (var lost = 0; lost < Attempts; lost++)
        {
            var (done, value) = await attempt();
            if (done)
            {
                return value;
            }

            // At random, so that those who lost together don't meet again.
            var longest = Math.Min(1 << Math.Min(lost, 16), LongestWaitMilliseconds);
            await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(longest + 1)), clock, ct);
        }

        throw new TimeoutException($"Others kept changing {what}: given up after {Attempts} tries.");
    }
}
