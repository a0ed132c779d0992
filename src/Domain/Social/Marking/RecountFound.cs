namespace StreamPlatform.Domain.Social.Marking;

/// <summary>What a step found.</summary>
/// <param name="Next">Null after the last.</param>
/// <param name="Checked">Subjects that were counted.</param>
/// <param name="Busy">Those among them that were written again and again meanwhile: another recount will see.</param>
/// <param name="Drifts">Counts that were wrong, and are right now.</param>
public sealed record RecountFound(RecountStep? Next, int Checked, int Busy, IReadOnlyList<Drift> Drifts);
