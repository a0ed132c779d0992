namespace StreamPlatform.Local.Model;

/// <summary>Sends the result, or one property of it, to a Service Bus queue or topic; a collection becomes a message an element.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ServiceBusOutputAttribute(string queueOrTopicName, ServiceBusEntityType entityType = ServiceBusEntityType.Queue)
    : Attribute
{
    public string QueueOrTopicName { get; } = queueOrTopicName;

    public ServiceBusEntityType EntityType { get; } = entityType;

    public string? Connection { get; set; }
}
