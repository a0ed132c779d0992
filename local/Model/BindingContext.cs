namespace StreamPlatform.Local.Model;

/// <summary>What the trigger knows about its occasion.</summary>
public abstract class BindingContext
{
    /// <summary>
    /// Values by name: pattern and route parts, and what the trigger adds (<c>DequeueCount</c>, <c>DeliveryCount</c>,
    /// <c>SequenceNumber</c>, <c>PartitionContext</c> …). Values are strings, some of them JSON.
    /// </summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
