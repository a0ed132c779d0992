namespace StreamPlatform.Domain.Stores;

/// <summary>Where one document of a kind is.</summary>
/// <param name="Partition">At most <see cref="Longest"/> characters, as is <paramref name="Id"/>.</param>
/// <param name="Id">Unique among the documents of its kind in the partition.</param>
public readonly record struct DocumentKey(string Partition, string Id)
{
    public const int Longest = 200;

    /// <exception cref="ArgumentException">A part is empty, too long, or not printable ASCII.</exception>
    internal DocumentKey Checked() => IsName(Partition) && IsName(Id) ? this : throw new ArgumentException("A document's partition and id are 1 to 200 printable ASCII characters.");

    private static bool IsName(string name) => name.Length is > 0 and <= Longest && !name.Any(letter => letter is < '!' or > '~');
}
