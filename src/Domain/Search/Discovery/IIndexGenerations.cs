namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>How the public index is filled anew while it answers. Every step may be repeated.</summary>
public interface IIndexGenerations
{
    /// <summary>False of an index that has never been filled from the catalog in its present form.</summary>
    Task<bool> IsFilledAsync(CancellationToken ct);

    /// <summary>Begins a generation, unless it was begun; one that was begun before it and never finished is given up.</summary>
    Task BeginAsync(IndexGeneration generation, CancellationToken ct);

    /// <summary>Adds videos to the generation alone.</summary>
    /// <returns>False when the generation was given up.</returns>
    Task<bool> FillAsync(IndexGeneration generation, IReadOnlyList<IndexedVideo> videos, CancellationToken ct);

    /// <summary>From now on the generation answers, and what only earlier ones held is gone.</summary>
    /// <returns>False when the generation was given up.</returns>
    Task<bool> SwitchAsync(IndexGeneration generation, CancellationToken ct);
}

/// <summary>A filling of the index.</summary>
/// <param name="BegunAt">Before the first of the catalog was read for it.</param>
public sealed record IndexGeneration(string Id, DateTimeOffset BegunAt);
