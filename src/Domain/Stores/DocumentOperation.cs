namespace StreamPlatform.Domain.Stores;

/// <summary>What a <see cref="DocumentWrite"/> does.</summary>
public enum DocumentOperation
{
    /// <summary>Makes a document; fails on one that is there.</summary>
    Add,

    /// <summary>Replaces the document that was read; fails on one that was changed meanwhile.</summary>
    Replace,

    /// <summary>Writes over whatever is there.</summary>
    Put,

    /// <summary>Deletes the document that was read; fails on one that was changed meanwhile.</summary>
    Delete,
}
