using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Tests.Contracts.Stores;

/// <summary>A kind of document for the contract.</summary>
internal sealed record Note(string Partition, string Id, string Text = "", string? List = null, string Sort = "a", DateTimeOffset? ExpiresAt = null)
{
    public int SchemaVersion { get; init; } = 1;

    public static DocumentKind<Note> Kind { get; } = KindOf("note");

    /// <summary>Like it, in the same container.</summary>
    public static DocumentKind<Note> Other { get; } = KindOf("memo");

    public DocumentKey Key => new(Partition, Id);

    private static DocumentKind<Note> KindOf(string name) => new(name, DocumentContainer.Social, note => note.Key)
    {
        PlaceOf = note => note.List is null ? null : new ListPlace(note.List, note.Sort),
        ExpiryOf = note => note.ExpiresAt,
    };
}
