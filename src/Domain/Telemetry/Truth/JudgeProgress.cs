using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Domain.Telemetry.Truth;

/// <summary>An hour that is being judged: input of its <see cref="Workflow"/>.</summary>
/// <param name="Part">The next.</param>
public sealed record JudgeProgress(DateTimeOffset Hour, int Part = 0, int Videos = 0, int Verdicts = 0, int Counts = 0)
{
    public const string Workflow = "JudgeHour";

    /// <summary>Null when all is judged.</summary>
    public JudgeStep? Next() => Part < ChangedVideos.Parts ? new JudgeStep(Hour, Part) : null;

    /// <param name="counts">How many videos have other counts of views than before.</param>
    public JudgeProgress After(JudgedPart judged, int counts) =>
        this with { Part = Part + 1, Videos = Videos + judged.Videos, Verdicts = Verdicts + judged.Verdicts, Counts = Counts + counts };
}
