namespace StreamPlatform.Domain.Telemetry.Folding;

/// <summary>A judgement of the platform; of two the later counts, and of two at once always the same.</summary>
/// <param name="At">Milliseconds since 1970.</param>
public sealed record Verdict(bool Quarantined, string Rule, long At)
{
    internal bool Overrules(Verdict? other) =>
        other is null || At > other.At || (At == other.At && (Quarantined, Rule).CompareTo((other.Quarantined, other.Rule)) > 0);
}
