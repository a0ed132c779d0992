namespace StreamPlatform.Domain.Social.Marking;

/// <summary>
/// What a person marked, with the person: for lists of their own, and to find everything of theirs. It is there before the mark
/// and stays for good; the mark is what counts.
/// </summary>
/// <param name="Value">Null when the mark was taken back.</param>
/// <param name="At">When it became so.</param>
public sealed record OwnMark(int SchemaVersion, string PersonId, string Space, string SubjectId, string? Value, DateTimeOffset At)
{
    public const int CurrentSchemaVersion = 1;

    /// <summary>The listing of what was taken back; of the rest each space is one.</summary>
    public const string TakenBack = "takenBack";
}
