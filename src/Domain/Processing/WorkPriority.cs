namespace StreamPlatform.Domain.Processing;

/// <summary>Which queue an item goes to: high first.</summary>
public enum WorkPriority
{
    High,
    Normal,
}
