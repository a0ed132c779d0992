using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Tests.Webhooks;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Functions.Processing;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Webhooks;

/// <summary>A delivery's workflow on the real engine.</summary>
public sealed class DeliverWebhookTests
{
    [Fact]
    public async Task It_is_tried_until_it_is_taken_also_across_a_crash()
    {
        await using var workshop = await Workshop.OpenAsync();
        workshop.Sender.Answer = n => n < 4 ? 500 : 200;
        var run = await NoteAsync(workshop);
        await workshop.Engine.Client.StartOnceAsync(DeliveryRun.Workflow, run.InstanceId, run, default);
        await Workshop.WaitForAsync(() => Task.FromResult(workshop.Sender.Sent.Count >= 2 ? workshop : null), "it is tried again");
        await workshop.Engine.CrashAsync();
        await workshop.Engine.StartAsync();

        await workshop.Engine.WaitAsync(run.InstanceId);

        var delivery = (await workshop.Get<IWebhookStore>().FindDeliveryAsync(workshop.Owner, run.DeliveryId, default))!.Value;
        Assert.Equal(DeliveryState.Delivered, delivery.State);
        Assert.InRange(workshop.Sender.Sent.Count, 4, 5);
        Assert.Single(workshop.Sender.Sent.Select(sent => sent.Headers["webhook-id"]).Distinct());
    }

    private static async Task<DeliveryRun> NoteAsync(Workshop workshop)
    {
        var id = await workshop.UploadAsync();
        var asset = await workshop.WaitForStateAsync(id, AssetState.Ready);
        await workshop.Get<Domain.Webhooks.Webhooks>().CreateAsync(workshop.Owner, new WebhookChange("https://example.com", null, null, null), null, default);
        return Assert.Single(await workshop.Get<Deliveries>().NoteAsync(VideoEvents.OfPublication(asset), default));
    }
}
