namespace StreamPlatform.Local.Model;

/// <summary>
/// Runs the function on messages of a Service Bus queue, or of a topic's subscription. With
/// <see cref="IsSessionsEnabled"/> messages of one session come in order, one at a time.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceBusTriggerAttribute : Attribute
{
    public ServiceBusTriggerAttribute(string queueName) => QueueName = queueName;

    public ServiceBusTriggerAttribute(string topicName, string subscriptionName) =>
        (TopicName, SubscriptionName) = (topicName, subscriptionName);

    public string? QueueName { get; }

    public string? TopicName { get; }

    public string? SubscriptionName { get; }

    public string? Connection { get; set; }

    public bool IsSessionsEnabled { get; set; }

    public bool IsBatched { get; set; }

    /// <summary>Whether a message is settled when the function returns. Without it, its lock runs out and it comes again.</summary>
    public bool AutoCompleteMessages { get; set; } = true;
}
