using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Marking;

/// <summary>The kinds of documents that marks are.</summary>
public static class MarkDocuments
{
    /// <summary>Listed in the order of persons, for recounts.</summary>
    public static DocumentKind<Mark> Marks { get; } =
        new("mark", DocumentContainer.Social, mark => new DocumentKey(mark.Partition, mark.PersonId)) { PlaceOf = mark => new ListPlace("", mark.PersonId) };

    public static DocumentKind<Tally> Tallies { get; } = new("tally", DocumentContainer.Social, tally => new DocumentKey(tally.Partition, Tally.Id));

    /// <summary>The newest first, each space by itself.</summary>
    public static DocumentKind<OwnMark> OwnMarks { get; } = new("ownMark", DocumentContainer.Social, own => KeyOf(own.PersonId, new MarkSubject(own.Space, own.SubjectId)))
    {
        PlaceOf = own => ListPlace.At(own.At, own.Value is null ? OwnMark.TakenBack : own.Space),
    };

    public static DocumentKind<TalliedSubject> Tallied { get; } =
        new("talliedSubject", DocumentContainer.Social, tallied => new DocumentKey(TalliedSubject.PartitionOf(tallied.Shard), tallied.Subject.ToString()))
        {
            PlaceOf = tallied => new ListPlace("", tallied.Subject.ToString()),
        };

    public static DocumentKey KeyOf(string personId, MarkSubject subject) => new(personId, subject.ToString());
}
