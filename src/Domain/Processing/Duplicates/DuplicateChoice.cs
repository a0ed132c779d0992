namespace StreamPlatform.Domain.Processing.Duplicates;

/// <summary>What becomes of an asset whose owner has another of the same content.</summary>
public enum DuplicateChoice
{
    /// <summary>It is made like any other, with a warning.</summary>
    Keep,

    /// <summary>It fails, and its file is deleted; once it was published it only has the warning.</summary>
    Reject,
}
