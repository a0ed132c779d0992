using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Webhooks;
using static StreamPlatform.Tests.Contracts.Stores.Samples;

namespace StreamPlatform.Tests.Contracts.Stores;

/// <summary>What every <see cref="IWebhookStore"/> must do; a subclass an adapter.</summary>
public abstract class WebhookStoreContract
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private protected abstract IWebhookStore Store { get; }

    [SkippableFact]
    public async Task An_endpoint_comes_back_as_it_was_added_for_its_owner_only()
    {
        var endpoint = Endpoint(NewOwner()) with { Events = ["video.published"], Description = "Mine", State = WebhookState.Paused, FailingSince = Now };

        Assert.True(await Store.AddAsync(endpoint, Ct));

        Assert.Equivalent(endpoint, (await Store.FindAsync(endpoint.OwnerId, endpoint.Id, Ct))!.Value, strict: true);
        Assert.Null(await Store.FindAsync(NewOwner(), endpoint.Id, Ct));
        Assert.False(await Store.AddAsync(endpoint, Ct));
    }

    [SkippableFact]
    public async Task A_replace_and_a_deletion_need_the_current_etag()
    {
        var endpoint = Endpoint(NewOwner());
        await Store.AddAsync(endpoint, Ct);
        var first = (await Store.FindAsync(endpoint.OwnerId, endpoint.Id, Ct))!.ETag;

        var next = await Store.ReplaceAsync(endpoint with { State = WebhookState.Disabled }, first, Ct);
        Assert.NotNull(next);
        Assert.Null(await Store.ReplaceAsync(endpoint, first, Ct));
        await Store.DeleteAsync(endpoint.OwnerId, endpoint.Id, first, Ct);
        Assert.Equal(WebhookState.Disabled, (await Store.FindAsync(endpoint.OwnerId, endpoint.Id, Ct))!.Value.State);

        await Store.DeleteAsync(endpoint.OwnerId, endpoint.Id, next, Ct);
        await Store.DeleteAsync(endpoint.OwnerId, endpoint.Id, next, Ct);
        Assert.Null(await Store.FindAsync(endpoint.OwnerId, endpoint.Id, Ct));
    }

    [SkippableFact]
    public async Task An_owner_s_endpoints_are_listed_and_nothing_else()
    {
        var owner = NewOwner();
        var endpoints = new[] { Endpoint(owner), Endpoint(owner) };
        foreach (var endpoint in endpoints.Append(Endpoint(NewOwner())))
        {
            await Store.AddAsync(endpoint, Ct);
        }

        await Store.AddDeliveryAsync(Delivery(endpoints[0]), Ct);

        Assert.Equal(endpoints.Select(endpoint => endpoint.Id).Order(), (await Store.ListAsync(owner, Ct)).Select(endpoint => endpoint.Id).Order());
    }

    [SkippableFact]
    public async Task A_delivery_comes_back_with_every_try_and_is_added_once()
    {
        var delivery = Delivery(Endpoint(NewOwner())).With(new DeliveryAttempt(Now, 500, 12.5)).With(new DeliveryAttempt(Now, null, 15000, "There was no answer."));
        Assert.True(await Store.AddDeliveryAsync(delivery, Ct));
        Assert.False(await Store.AddDeliveryAsync(delivery with { Payload = "{}" }, Ct));

        var stored = (await Store.FindDeliveryAsync(delivery.OwnerId, delivery.Id, Ct))!;
        Assert.Equivalent(delivery, stored.Value, strict: true);
        Assert.Null(await Store.FindDeliveryAsync(NewOwner(), delivery.Id, Ct));
        Assert.NotNull(await Store.ReplaceDeliveryAsync(delivery with { State = DeliveryState.Delivered }, stored.ETag, Ct));
        Assert.Null(await Store.ReplaceDeliveryAsync(delivery with { State = DeliveryState.Failed }, stored.ETag, Ct));
        Assert.Equal(DeliveryState.Delivered, (await Store.FindDeliveryAsync(delivery.OwnerId, delivery.Id, Ct))!.Value.State);
    }

    [SkippableFact]
    public async Task An_endpoint_s_deliveries_are_listed_newest_first_page_by_page()
    {
        var endpoint = Endpoint(NewOwner());
        var deliveries = Enumerable.Range(0, 3).Select(n => Delivery(endpoint) with { CreatedAt = Now.AddMinutes(n) }).ToList();
        foreach (var delivery in deliveries.Append(Delivery(Endpoint(endpoint.OwnerId))))
        {
            await Store.AddDeliveryAsync(delivery, Ct);
        }

        var first = await Store.ListDeliveriesAsync(endpoint.OwnerId, endpoint.Id, null, 2, Ct);
        var second = await Store.ListDeliveriesAsync(endpoint.OwnerId, endpoint.Id, first.Cursor, 2, Ct);

        Assert.Equal([deliveries[2].Id, deliveries[1].Id], first.Items.Select(delivery => delivery.Id));
        Assert.Equal([deliveries[0].Id], second.Items.Select(delivery => delivery.Id));
        Assert.Null(second.Cursor);
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    public Task Pages_neither_repeat_nor_skip_while_deliveries_come(int seed)
    {
        var endpoint = Endpoint(NewOwner());
        return Paging.NeitherRepeatsNorSkipsAsync(
            seed,
            async place =>
            {
                var delivery = Delivery(endpoint) with { CreatedAt = Now.AddMinutes(place) };
                Assert.True(await Store.AddDeliveryAsync(delivery, Ct));
                return delivery.Id;
            },
            removeAsync: null,
            async (cursor, limit) =>
            {
                var page = await Store.ListDeliveriesAsync(endpoint.OwnerId, endpoint.Id, cursor, limit, Ct);
                return new Page<string>([.. page.Items.Select(delivery => delivery.Id)], page.Cursor);
            });
    }

    private static WebhookEndpoint Endpoint(string owner) => new()
    {
        Id = OpaqueId.New(WebhookEndpoint.IdPrefix),
        OwnerId = owner,
        Url = new Uri("https://example.com/hook?x=1"),
        Secrets = [WebhookSecret.New(Now), WebhookSecret.New(Now) with { ExpiresAt = Now.AddDays(1) }],
        CreatedAt = Now,
        UpdatedAt = Now,
    };

    private static WebhookDelivery Delivery(WebhookEndpoint endpoint) => new()
    {
        Id = OpaqueId.New(WebhookDelivery.IdPrefix),
        OwnerId = endpoint.OwnerId,
        EndpointId = endpoint.Id,
        Type = "video.published",
        Payload = """{"type":"video.published"}""",
        CreatedAt = Now,
    };
}
