namespace StreamPlatform.Local.Model;

/// <summary>Some values of a longer list.</summary>
public sealed class Page<T>(IReadOnlyList<T> values, string? continuationToken = null)
    where T : notnull
{
    public IReadOnlyList<T> Values { get; } = values;

    /// <summary>Where the next page starts; null if this is the last.</summary>
    public string? ContinuationToken { get; } = continuationToken;
}
