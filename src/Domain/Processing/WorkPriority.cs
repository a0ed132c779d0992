namespace StreamPlatform.Domain.Processing;

/// <summary>Which queue an item goes to: high first.</summary>
public enum WorkPriority
{
    High,
    Normal,

    /// <summary>What nobody waits for: made when nothing else is to do.</summary>
    Low,
}
