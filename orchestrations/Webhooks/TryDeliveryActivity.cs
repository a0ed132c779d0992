using StreamPlatform.Domain.Webhooks;

namespace StreamPlatform.Orchestrations.Webhooks;

/// <inheritdoc cref="Deliveries.TryAsync"/>
public sealed class TryDeliveryActivity(Deliveries deliveries)
{
    public const string Name = "TryDelivery";

    [Function(Name)]
    public Task<DeliveryStep> Run([ActivityTrigger] DeliveryRun input, FunctionContext context) => deliveries.TryAsync(input, context.CancellationToken);
}
