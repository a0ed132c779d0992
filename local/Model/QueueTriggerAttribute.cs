namespace StreamPlatform.Local.Model;

/// <summary>Runs the function for each message of a storage queue, at least once.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class QueueTriggerAttribute(string queueName) : Attribute
{
    public string QueueName { get; } = queueName;

    public string? Connection { get; set; }
}
