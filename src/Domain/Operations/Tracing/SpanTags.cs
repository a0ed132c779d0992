namespace StreamPlatform.Domain.Operations.Tracing;

/// <summary>Attributes of spans: OpenTelemetry's names where it has one, ours where it has none.</summary>
public static class SpanTags
{
    public const string AssetId = "streamplatform.asset.id";
    public const string WorkflowId = "streamplatform.workflow.id";
    public const string RunId = "streamplatform.run.id";
    public const string ItemId = "streamplatform.item.id";

    public const string ErrorType = "error.type";
    public const string Destination = "messaging.destination.name";
    public const string MessagingOperation = "messaging.operation.name";
    public const string Deliveries = "messaging.message.delivery_count";
}
