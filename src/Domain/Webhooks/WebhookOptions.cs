namespace StreamPlatform.Domain.Webhooks;

/// <summary>How deliveries are tried again: section <c>Webhooks</c> of the settings.</summary>
public sealed record WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>Seconds between tries at the beginning: then 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, three days in all.</summary>
    private static readonly double[] Pauses = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];

    /// <summary>What the pauses between tries are multiplied with.</summary>
    public double PauseFactor { get; init; } = 1;

    /// <summary>Endpoints may be on this machine and in private networks, and speak plain HTTP: for a machine of one's own.</summary>
    public bool AllowPrivateNetworks { get; init; }

    /// <summary>Hours that the secret which was replaced still signs beside the new one.</summary>
    public double SecretOverlapHours { get; init; } = 24;

    /// <summary>The pause after so many tries; null when that was the last.</summary>
    public TimeSpan? PauseAfter(int tries) => tries - 1 < Pauses.Length ? TimeSpan.FromSeconds(Pauses[tries - 1] * PauseFactor) : null;

    /// <exception cref="ArgumentException">A setting is out of range; the message names it.</exception>
    public WebhookOptions Validated() =>
        PauseFactor is <= 0 or > 10 ? throw new ArgumentException($"{Section}:{nameof(PauseFactor)} must be above 0, up to 10.")
        : SecretOverlapHours is < 0 or > 720 ? throw new ArgumentException($"{Section}:{nameof(SecretOverlapHours)} must be 0 to 720.")
        : this;
}
