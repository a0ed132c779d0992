namespace StreamPlatform.Domain.Social.Marking;

/// <summary>Counts of a space that are kept elsewhere than in tallies, or there too: a recount has them checked.</summary>
public interface ICopiedCounts
{
    /// <summary>One of <see cref="MarkSpaces"/>.</summary>
    string Space { get; }

    /// <summary>Counts again what is kept for a subject of the space, and sets it right.</summary>
    /// <param name="id">The subject's.</param>
    /// <returns>What was wrong; null when it was written again and again meanwhile.</returns>
    Task<IReadOnlyList<Drift>?> CheckAsync(string id, CancellationToken ct);
}
