namespace StreamPlatform.Domain.Processing;

/// <summary>Names of the transcode queues and their rules.</summary>
public static class WorkQueues
{
    public const string High = "transcode-high";
    public const string Normal = "transcode-normal";
    public const string Low = "transcode-low";

    /// <summary>Highest priority first: the order in which a job looks for work.</summary>
    public static IReadOnlyList<string> ByPriority { get; } = [High, Normal, Low];

    /// <summary>Deliveries after which an item is given up: its marker says failed, its message goes to the poison queue.</summary>
    public const int MaxDeliveries = 3;

    public static string For(WorkPriority priority) => priority switch
    {
        WorkPriority.High => High,
        WorkPriority.Low => Low,
        _ => Normal,
    };

    public static string PoisonOf(string queue) => $"{queue}-poison";
}
