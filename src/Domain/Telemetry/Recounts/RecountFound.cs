using StreamPlatform.Domain.Telemetry.Deliveries;

namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>What a recount, or a step of one, found. Those of steps add up.</summary>
/// <param name="Windows">That were compared.</param>
/// <param name="Missing">See <see cref="DriftKind"/>.</param>
/// <param name="Late">Of those that are wrong, the ones that something was counted in which came after the recount began: another recount will see.</param>
/// <param name="Withheld">Of those that are wrong, the ones that were left as they are, since the archive lacks messages.</param>
/// <param name="Repaired">Of those that were wrong, the ones that are right now.</param>
/// <param name="Samples">Some that are wrong.</param>
public sealed record RecountFound(long Windows, long Missing, long Foreign, long Different, long Late, long Withheld, long Repaired, IReadOnlyList<WindowDrift> Samples)
{
    /// <summary>What players told, held against what was given to them.</summary>
    public DeliveryFound Deliveries { get; init; } = DeliveryFound.Nothing;

    public const int MaxSamples = 50;

    public static RecountFound Nothing { get; } = new(0, 0, 0, 0, 0, 0, 0, []);

    /// <summary>How many windows were wrong.</summary>
    public long Wrong => Missing + Foreign + Different;

    public RecountFound Plus(RecountFound other) => new(
        Windows + other.Windows,
        Missing + other.Missing,
        Foreign + other.Foreign,
        Different + other.Different,
        Late + other.Late,
        Withheld + other.Withheld,
        Repaired + other.Repaired,
        [.. Samples.Concat(other.Samples).Take(MaxSamples)])
    {
        Deliveries = Deliveries.Plus(other.Deliveries),
    };
}
