namespace StreamPlatform.Domain.Operations.Limits;

/// <summary>How many requests get through: section <c>RateLimits</c> of the settings. Each instance counts by itself, but for what is guarded.</summary>
public sealed record RateLimitOptions
{
    public const string Section = "RateLimits";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Requests a minute from one address (IPv6: one /64), whoever makes them; 0 for any number.</summary>
    public int PerAddress { get; init; } = 6000;

    /// <summary>Requests a minute of one user, by whichever key or token; 0 for any number.</summary>
    public int PerUser { get; init; } = 3000;

    /// <summary>Requests a minute with one key or token; 0 for any number.</summary>
    public int PerToken { get; init; } = 3000;

    /// <summary>Beacons a minute of one playback session; 0 for any number.</summary>
    public int PerSession { get; init; } = 60;

    /// <summary>Playback sessions a minute that begin from one address; 0 for any number.</summary>
    public int NewSessions { get; init; } = 300;

    /// <summary>Requests a minute from one address to each route where secrets could be guessed, over all instances; 0 for any number.</summary>
    public int Guarded { get; init; } = 10;

    /// <summary>A proxy is in front that tells whom it asks for (<c>X-Azure-ClientIP</c>, else the last of <c>X-Forwarded-For</c>): without one, anybody could write that.</summary>
    public bool TrustProxy { get; init; }

    internal RateLimit Address => new("address", PerAddress, Minute);
    internal RateLimit User => new("user", PerUser, Minute);
    internal RateLimit Session => new("session", PerSession, Minute);
    internal RateLimit NewSession => new("newSessions", NewSessions, Minute);
    internal RateLimit Token => new("token", PerToken, Minute);

    /// <exception cref="ArgumentException">A setting is out of range; the message names it.</exception>
    public RateLimitOptions Validated()
    {
        foreach (var (name, value) in new[]
        {
            (nameof(PerAddress), PerAddress), (nameof(PerUser), PerUser), (nameof(PerToken), PerToken), (nameof(PerSession), PerSession), (nameof(NewSessions), NewSessions), (nameof(Guarded), Guarded),
        })
        {
            if (value is < 0 or > 10_000_000)
            {
                throw new ArgumentException($"{Section}:{name} must be 0 to 10,000,000.");
            }
        }

        return this;
    }

    internal RateLimit GuardOf(string route) => new(route, Guarded, Minute);
}
