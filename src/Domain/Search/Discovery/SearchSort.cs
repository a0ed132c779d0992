namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>What comes first.</summary>
public enum SearchSort
{
    /// <summary>What matches best, the fresh and the popular before their likes.</summary>
    Relevance,

    /// <summary>What was published last.</summary>
    Date,

    /// <summary>What is watched most.</summary>
    Views,

    /// <summary>See <see cref="IndexedVideo.Rating"/>.</summary>
    Rating,
}
