namespace StreamPlatform.Local.Durable;

/// <summary>A payload is over the limit of the Durable Task Scheduler. Store it as a blob and pass its name.</summary>
public sealed class PayloadTooLargeException(string what, int bytes) : Exception(
    $"{what} is {bytes:N0} bytes; payloads of workflows are limited to {DurableJson.MaxPayloadBytes:N0}. "
    + "Store it as a blob and pass its name.");
