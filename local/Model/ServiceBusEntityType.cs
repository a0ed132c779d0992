namespace StreamPlatform.Local.Model;

/// <summary>What the name of a Service Bus output names.</summary>
public enum ServiceBusEntityType
{
    Queue = 0,
    Topic = 1,
}
