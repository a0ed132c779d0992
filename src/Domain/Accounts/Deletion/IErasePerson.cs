namespace StreamPlatform.Domain.Accounts.Deletion;

/// <summary>A part of what is a person's, which goes with their account. Each capability has its own.</summary>
public interface IErasePerson
{
    /// <summary>Names the part where a workflow stands; never changed.</summary>
    string Part { get; }

    /// <summary>Erases some of it, or has nobody's name on it any more; may be repeated.</summary>
    Task<PartErased> EraseAsync(string personId, CancellationToken ct);
}

/// <summary>How far a part is.</summary>
/// <param name="Done">Nothing is left of it.</param>
/// <param name="Assets">Whose own workflows are to erase them before it goes on.</param>
public sealed record PartErased(bool Done, IReadOnlyList<string> Assets)
{
    public static PartErased All { get; } = new(true, []);
    public static PartErased Some { get; } = new(false, []);

    /// <summary>Of a listing that was read so far.</summary>
    public static PartErased Of(string? cursor, int count) => cursor is null && count == 0 ? All : Some;
}
