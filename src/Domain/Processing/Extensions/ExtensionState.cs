namespace StreamPlatform.Domain.Processing.Extensions;

/// <summary>How far an extension is.</summary>
public enum ExtensionState
{
    Making,

    /// <summary>Published.</summary>
    Done,

    /// <summary>Nothing came of it; what was published before plays on.</summary>
    Failed,

    /// <summary>The owner stopped it.</summary>
    Cancelled,
}
