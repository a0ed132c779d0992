namespace StreamPlatform.Domain.Stores;

/// <summary>
/// Documents as they were read last, by ETag: what has the same ETag is the same document, and need not be fetched and parsed
/// again. Whoever reads them shares them, as values that don't change. For stores whose ETags are unique.
/// </summary>
/// <param name="capacity">Documents kept.</param>
public sealed class ParsedDocuments(int capacity)
{
    /// <summary>Characters; longer documents are rare, and would take the memory of many.</summary>
    private const int LongestKept = 32 * 1024;

    private readonly Bounded<string, object> _byETag = new(capacity);

    /// <param name="read">Gets the document's text when it has to be parsed.</param>
    public T Read<T>(string etag, Func<string> read, Func<string, T> parse)
        where T : class
    {
        if (_byETag.Find(etag) is T kept)
        {
            return kept;
        }

        var text = read();
        var parsed = parse(text);
        return text.Length > LongestKept ? parsed : (T)_byETag.GetOrAdd(etag, _ => parsed);
    }
}
