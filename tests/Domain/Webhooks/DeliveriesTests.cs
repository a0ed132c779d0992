using System.Text.Json;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Webhooks;

namespace StreamPlatform.Domain.Tests.Webhooks;

public sealed class DeliveriesTests : IAsyncLifetime
{
    private readonly House _house = new();
    private FakeSender _sender = null!;
    private Domain.Webhooks.Webhooks _webhooks = null!;
    private Deliveries _deliveries = null!;
    private Asset _asset = null!;

    public async Task InitializeAsync()
    {
        _sender = new FakeSender(_house.Clock);
        var (store, options) = (_house.Get<IWebhookStore>(), new WebhookOptions());
        _webhooks = new Domain.Webhooks.Webhooks(store, _sender, options, _house.Clock);
        _deliveries = new Deliveries(store, _house.Get<IAssetStore>(), _sender, options, _house.Clock);
        _asset = await _house.AssetAsync((await _house.OpenAsync()).AssetId);
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task An_event_goes_once_to_each_that_wants_it_however_often_it_comes()
    {
        var all = await CreateAsync();
        await CreateAsync("video.deleted");
        var published = await CreateAsync("video.published");
        var paused = await CreateAsync();
        await _webhooks.ChangeAsync(_house.Owner, paused.Id, new WebhookChange(null, null, null, false), null, default);
        await CreateAsync(owner: "user_other");

        var first = await NoteAsync();
        var second = await NoteAsync();

        Assert.Equal(first, second);
        Assert.Equal(2, first.Count);
        foreach (var run in first.Concat(second))
            await _deliveries.TryAsync(run, default);
        Assert.Equal(2, _sender.Sent.Count);
        foreach (var endpoint in new[] { all, published })
            Assert.Equal(DeliveryState.Delivered, Assert.Single(await LogAsync(endpoint.Id)).State);
    }

    [Fact]
    public async Task A_message_tells_its_id_its_time_and_what_happened_signed_with_every_secret_that_counts()
    {
        var endpoint = await CreateAsync();
        endpoint = (await _webhooks.RotateAsync(_house.Owner, endpoint.Id, default)).Value.Value;
        var run = Assert.Single(await NoteAsync());

        await _deliveries.TryAsync(run, default);

        var (_, headers, payload) = Assert.Single(_sender.Sent);
        Assert.Equal(run.DeliveryId, headers["webhook-id"]);
        Assert.Equal($"{_house.Clock.GetUtcNow().ToUnixTimeSeconds()}", headers["webhook-timestamp"]);
        Assert.Equal(string.Join(' ', endpoint.Secrets.Select(secret => secret.Sign(run.DeliveryId, _house.Clock.GetUtcNow(), payload))), headers["webhook-signature"]);
        var told = JsonDocument.Parse(payload).RootElement;
        Assert.Equal(("video.published", _asset.Id), (told.GetProperty("type").GetString(), told.GetProperty("data").GetProperty("assetId").GetString()));
    }

    [Fact]
    public async Task What_is_not_taken_is_tried_for_three_days_and_the_endpoint_is_then_told_no_more()
    {
        _sender.Answer = n => n % 2 == 0 ? 503 : null;
        var endpoint = await CreateAsync();
        var run = Assert.Single(await NoteAsync());

        var waited = TimeSpan.Zero;
        while ((await _deliveries.TryAsync(run, default)).PauseSeconds is { } pause)
        {
            waited += TimeSpan.FromSeconds(pause);
            _house.Clock.Advance(TimeSpan.FromSeconds(pause));
        }

        Assert.Equal(10, _sender.Sent.Count);
        Assert.InRange(waited, TimeSpan.FromDays(3), TimeSpan.FromDays(3.5));
        var delivery = Assert.Single(await LogAsync(endpoint.Id));
        Assert.Equal((DeliveryState.Failed, 10), (delivery.State, delivery.Attempts.Count));
        Assert.Equal("Nobody is there.", delivery.Attempts[0].Error);
        Assert.Equal(503, delivery.Attempts[1].Status);
        Assert.Equal(WebhookState.Disabled, (await GetAsync(endpoint.Id)).State);
        Assert.Empty(await NoteAsync(revision: 2));
    }

    [Fact]
    public async Task One_that_takes_others_meanwhile_is_not_disabled_for_one_that_it_does_not()
    {
        var endpoint = await CreateAsync();
        _sender.Answer = _ => 500;
        var bad = Assert.Single(await NoteAsync());
        await _deliveries.TryAsync(bad, default);
        Assert.NotNull((await GetAsync(endpoint.Id)).FailingSince);

        for (var i = 0; i < 9; i++)
        {
            _house.Clock.Advance(TimeSpan.FromDays(1));
            _sender.Answer = _ => 200;
            await _deliveries.TryAsync(Assert.Single(await NoteAsync(revision: i + 2)), default);
            Assert.Null((await GetAsync(endpoint.Id)).FailingSince);
            _sender.Answer = _ => 500;
            await _deliveries.TryAsync(bad, default);
        }

        Assert.Equal(WebhookState.Enabled, (await GetAsync(endpoint.Id)).State);
        Assert.Contains(await LogAsync(endpoint.Id), delivery => delivery.State == DeliveryState.Failed);
    }

    [Fact]
    public async Task One_that_failed_at_something_else_a_moment_ago_is_not_disabled_for_a_message_it_never_took()
    {
        var endpoint = await CreateAsync();
        _sender.Answer = _ => 500;
        var bad = Assert.Single(await NoteAsync());
        while ((await _deliveries.TryAsync(bad, default)).PauseSeconds is { } pause)
        {
            _house.Clock.Advance(TimeSpan.FromSeconds(pause));
            _sender.Answer = _ => 200;
            await _deliveries.TryAsync((await _deliveries.TestAsync(_house.Owner, endpoint.Id, default)).Value, default);
            _sender.Answer = _ => 500;
            await _deliveries.TryAsync((await _deliveries.TestAsync(_house.Owner, endpoint.Id, default)).Value, default);
            _house.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(WebhookState.Enabled, (await GetAsync(endpoint.Id)).State);
    }

    [Fact]
    public async Task One_that_is_mended_while_its_last_try_is_on_the_way_stays_enabled()
    {
        var endpoint = await CreateAsync();
        _sender.Answer = _ => 500;
        var run = Assert.Single(await NoteAsync());
        for (var tries = 1; tries < 10; tries++)
            _house.Clock.Advance(TimeSpan.FromSeconds((await _deliveries.TryAsync(run, default)).PauseSeconds!.Value));

        _sender.Meanwhile = () => _webhooks.ChangeAsync(_house.Owner, endpoint.Id, new WebhookChange("https://example.com/mended", null, null, null), null, default);
        Assert.Null((await _deliveries.TryAsync(run, default)).PauseSeconds);

        Assert.Equal(WebhookState.Enabled, (await GetAsync(endpoint.Id)).State);
    }

    [Fact]
    public async Task One_that_says_it_is_gone_is_told_no_more_until_it_is_enabled_again()
    {
        _sender.Answer = _ => 410;
        var endpoint = await CreateAsync();

        Assert.Null((await _deliveries.TryAsync(Assert.Single(await NoteAsync()), default)).PauseSeconds);

        Assert.Equal(WebhookState.Disabled, (await GetAsync(endpoint.Id)).State);
        Assert.Equal("webhook.not_enabled", (await _deliveries.TestAsync(_house.Owner, endpoint.Id, default)).Error?.Code);
        await _webhooks.ChangeAsync(_house.Owner, endpoint.Id, new WebhookChange(null, null, null, true), null, default);
        Assert.Single(await NoteAsync(revision: 2));
    }

    [Fact]
    public async Task Sent_anew_it_is_the_same_message_on_a_course_of_its_own()
    {
        _sender.Answer = n => n == 1 ? 500 : 200;
        var endpoint = await CreateAsync();
        var run = Assert.Single(await NoteAsync());
        await _deliveries.TryAsync(run, default);

        var again = (await _deliveries.ReplayAsync(_house.Owner, endpoint.Id, run.DeliveryId, default)).Value;
        Assert.Null((await _deliveries.TryAsync(again, default)).PauseSeconds);
        Assert.Null((await _deliveries.TryAsync(run, default)).PauseSeconds);

        Assert.NotEqual(run.InstanceId, again.InstanceId);
        Assert.Equal(2, _sender.Sent.Count);
        Assert.Equal(_sender.Sent[0].Payload, _sender.Sent[1].Payload);
        Assert.Equal(2, Assert.Single(await LogAsync(endpoint.Id)).Attempts.Count);
        Assert.Equal("webhook.delivery_not_found", (await _deliveries.ReplayAsync("user_other", endpoint.Id, run.DeliveryId, default)).Error?.Code);
    }

    [Fact]
    public async Task Of_one_that_was_deleted_what_waits_is_given_up()
    {
        var endpoint = await CreateAsync();
        var run = Assert.Single(await NoteAsync());
        await _webhooks.DeleteAsync(_house.Owner, endpoint.Id, default);

        Assert.Null((await _deliveries.TryAsync(run, default)).PauseSeconds);

        Assert.Empty(_sender.Sent);
        Assert.Equal("webhook.not_found", (await _deliveries.ListAsync(_house.Owner, endpoint.Id, new PageRequest(null, 10), default)).Error?.Code);
    }

    private async Task<WebhookEndpoint> CreateAsync(string? type = null, string? owner = null) =>
        (await _webhooks.CreateAsync(owner ?? _house.Owner, new WebhookChange("https://example.com/hook", type is null ? null : [type], null, null), null, default)).Value;

    private Task<IReadOnlyList<DeliveryRun>> NoteAsync(int revision = 1) => _deliveries.NoteAsync(VideoEvents.OfPublication(_asset with { Revision = revision }), default);

    private async Task<WebhookEndpoint> GetAsync(string id) => (await _webhooks.GetAsync(_house.Owner, id, default)).Value.Value;

    private async Task<IReadOnlyList<WebhookDelivery>> LogAsync(string id) => (await _deliveries.ListAsync(_house.Owner, id, new PageRequest(null, 50), default)).Value.Items;
}
