namespace StreamPlatform.Local.Model;

/// <summary>
/// Runs the function on events of an event hub: each partition in order, each batch at least once. With
/// <see cref="IsBatched"/> the parameter is an array.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EventHubTriggerAttribute(string eventHubName) : Attribute
{
    public string EventHubName { get; } = eventHubName;

    /// <summary>Readers with the same group share checkpoints; without one, <c>$Default</c>.</summary>
    public string? ConsumerGroup { get; set; }

    public string? Connection { get; set; }

    public bool IsBatched { get; set; } = true;
}
