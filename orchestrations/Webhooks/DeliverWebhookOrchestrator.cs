using StreamPlatform.Domain.Webhooks;

namespace StreamPlatform.Orchestrations.Webhooks;

/// <summary>Sends one message to one endpoint, until it is taken or was tried as often as it may.</summary>
public static class DeliverWebhookOrchestrator
{
    [Function(DeliveryRun.Workflow)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var run = context.GetInput<DeliveryRun>()
            ?? throw new ArgumentException($"{DeliveryRun.Workflow} needs a {nameof(DeliveryRun)}.");
        while ((await context.CallActivityAsync<DeliveryStep>(TryDeliveryActivity.Name, run, Processing.Retries.Patient)).PauseSeconds is { } pause)
        {
            await context.CreateTimer(TimeSpan.FromSeconds(pause), CancellationToken.None);
        }
    }
}
