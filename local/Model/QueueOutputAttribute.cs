namespace StreamPlatform.Local.Model;

/// <summary>Puts the result, or one property of it, on a storage queue; a collection becomes a message an element.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class QueueOutputAttribute(string queueName) : Attribute
{
    public string QueueName { get; } = queueName;

    public string? Connection { get; set; }
}
