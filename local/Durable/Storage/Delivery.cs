namespace StreamPlatform.Local.Durable;

/// <summary>A message that has been stored and is to be handed to its instance.</summary>
internal sealed record Delivery(string InstanceId, Message Message);
