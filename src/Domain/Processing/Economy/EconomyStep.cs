namespace StreamPlatform.Domain.Processing.Economy;

/// <summary>A better encode that popular titles get, as data.</summary>
/// <param name="Name">Remembered with the asset: no title takes a step twice.</param>
/// <param name="LeastViewsPerDay">Titles that are watched less are not considered.</param>
/// <param name="Codec">Of the rungs it makes.</param>
/// <param name="Preset">The encoder's own name for its effort; null for the profile's.</param>
/// <param name="Saves">Share of the published H.264 rung's bits that are expected to be saved.</param>
/// <param name="Reach">Share of views whose player can decode it.</param>
public sealed record EconomyStep(string Name, double LeastViewsPerDay, string Codec, string? Preset, double Saves, double Reach)
{
    /// <summary>
    /// What the steps save is the lower end of what was measured (docs/benchmarks.md, ladder by codec and preset); what
    /// players can decode AV1 is a guess until telemetry counts them.
    /// </summary>
    public static IReadOnlyList<EconomyStep> All { get; } =
    [
        new("h264-medium", LeastViewsPerDay: 100, "h264", "medium", Saves: 0.14, Reach: 1),
        new("av1", LeastViewsPerDay: 300, "av1", null, Saves: 0.4, Reach: 0.7),
    ];
}
