using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.History;

/// <summary>How long somebody's history is, and up to when they wanted it forgotten. It is written together with what is added to and taken from the history.</summary>
/// <param name="Count">At least as many as there are: what goes by its age is not counted out.</param>
/// <param name="ClearedAt">What was watched up to then is not shown, and on its way out.</param>
/// <param name="ForgottenAt">When they last took something out or all: what is told late of earlier times would bring it back, and is not kept.</param>
public sealed record HistoryHead(int SchemaVersion, string PersonId, int Count = 0, DateTimeOffset? ClearedAt = null, DateTimeOffset? ForgottenAt = null)
{
    public const int CurrentSchemaVersion = 1;

    public static DocumentKind<HistoryHead> Kind { get; } = new("historyHead", DocumentContainer.Social, head => KeyOf(head.PersonId));

    public static DocumentKey KeyOf(string personId) => new(personId, "history");

    public static HistoryHead Of(string personId) => new(CurrentSchemaVersion, personId);

    /// <summary>Of something, or with <paramref name="all"/> of everything, up to a time.</summary>
    public HistoryHead Forgetting(DateTimeOffset at, bool all) => this with { ForgottenAt = Later(ForgottenAt, at), ClearedAt = all ? Later(ClearedAt, at) : ClearedAt };

    /// <summary>One that is not on its way out.</summary>
    public bool Has(WatchedVideo watched, DateTimeOffset now) => !(watched.At <= ClearedAt) && watched.At + WatchedVideo.Kept > now;

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;
}
