namespace StreamPlatform.Local.Model;

/// <summary>Sends the result, or one property of it, to an event hub; a collection becomes an event an element.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class EventHubOutputAttribute(string eventHubName) : Attribute
{
    public string EventHubName { get; } = eventHubName;

    public string? Connection { get; set; }
}
