using StreamPlatform.Domain.Webhooks;

namespace StreamPlatform.Domain.Tests.Webhooks;

public sealed class WebhooksTests : IAsyncLifetime
{
    private readonly House _house = new();
    private Domain.Webhooks.Webhooks _webhooks = null!;

    public Task InitializeAsync()
    {
        _webhooks = new Domain.Webhooks.Webhooks(_house.Get<IWebhookStore>(), new FakeSender(_house.Clock), new WebhookOptions(), _house.Clock);
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_request_that_is_repeated_makes_one()
    {
        var first = (await CreateAsync(requestId: "request_1")).Value;
        var second = (await CreateAsync(requestId: "request_1")).Value;

        Assert.Equal((first.Id, first.Secrets[0]), (second.Id, second.Secrets[0]));
        Assert.Single(await _webhooks.ListAsync(_house.Owner, default));
        Assert.Matches("^whsec_[A-Za-z0-9+/]{43}=$", first.Secrets[0].Value);
    }

    [Theory]
    [InlineData(null, "webhook.url_invalid")]
    [InlineData("nowhere", "webhook.url_invalid")]
    [InlineData("http://example.com", "webhook.url_invalid")]
    public async Task Where_nothing_can_be_sent_is_refused(string? url, string code) =>
        Assert.Equal(code, (await _webhooks.CreateAsync(_house.Owner, new WebhookChange(url, null, null, null), null, default)).Error?.Code);

    [Fact]
    public async Task What_there_is_not_can_not_be_asked_for()
    {
        foreach (var events in new string?[][] { ["video.sold"], [null] })
            Assert.Equal("webhook.event_unknown", (await _webhooks.CreateAsync(_house.Owner, new WebhookChange("https://example.com", events, null, null), null, default)).Error?.Code);
        Assert.Equal("webhook.description_too_long", (await _webhooks.CreateAsync(_house.Owner, new WebhookChange("https://example.com", null, new string('a', 201), null), null, default)).Error?.Code);
    }

    [Fact]
    public async Task An_owner_has_so_many_and_no_more()
    {
        for (var i = 0; i < WebhookEndpoint.Most; i++)
            Assert.True((await CreateAsync()).Succeeded);
        Assert.Equal("webhook.too_many", (await CreateAsync()).Error?.Code);
    }

    [Fact]
    public async Task What_is_changed_is_what_was_given_and_only_if_it_was_read()
    {
        var id = (await CreateAsync()).Value.Id;
        var read = (await _webhooks.GetAsync(_house.Owner, id, default)).Value;

        var changed = (await _webhooks.ChangeAsync(_house.Owner, id, new WebhookChange(null, ["video.deleted"], null, false), read.ETag, default)).Value.Value;

        Assert.Equal((read.Value.Url, WebhookState.Paused), (changed.Url, changed.State));
        Assert.Equal(["video.deleted"], changed.Events);
        Assert.Equal("webhook.changed", (await _webhooks.ChangeAsync(_house.Owner, id, new WebhookChange(null, null, "x", null), read.ETag, default)).Error?.Code);
        Assert.Equal("webhook.not_found", (await _webhooks.ChangeAsync("user_other", id, new WebhookChange(null, null, "x", null), null, default)).Error?.Code);
    }

    [Fact]
    public async Task Who_is_never_the_fastest_is_told_to_try_again()
    {
        var id = (await CreateAsync()).Value.Id;
        var late = new Domain.Webhooks.Webhooks(Overtaken<IWebhookStore>.Of(_house.Get<IWebhookStore>()), new FakeSender(_house.Clock), new WebhookOptions(), _house.Clock);
        Assert.Equal("webhook.busy", (await late.RotateAsync(_house.Owner, id, default)).Error?.Code);
    }

    [Fact]
    public async Task A_replaced_secret_signs_for_a_day_more_and_one_before_it_no_more()
    {
        var created = (await CreateAsync()).Value;
        var second = (await _webhooks.RotateAsync(_house.Owner, created.Id, default)).Value.Value;
        Assert.Equal([second.Secrets[0].Value, created.Secrets[0].Value], second.SecretsAt(_house.Clock.GetUtcNow()).Select(secret => secret.Value));

        var third = (await _webhooks.RotateAsync(_house.Owner, created.Id, default)).Value.Value;
        Assert.Equal([third.Secrets[0].Value, second.Secrets[0].Value], third.SecretsAt(_house.Clock.GetUtcNow()).Select(secret => secret.Value));
        Assert.Equal([third.Secrets[0].Value], third.SecretsAt(_house.Clock.GetUtcNow().AddDays(1)).Select(secret => secret.Value));
    }

    [Fact]
    public async Task Deleted_it_is_gone_however_often()
    {
        var id = (await CreateAsync()).Value.Id;
        await _webhooks.DeleteAsync("user_other", id, default);
        Assert.Single(await _webhooks.ListAsync(_house.Owner, default));
        await _webhooks.DeleteAsync(_house.Owner, id, default);
        await _webhooks.DeleteAsync(_house.Owner, id, default);
        Assert.Empty(await _webhooks.ListAsync(_house.Owner, default));
    }

    /// <summary>The example of the specification's test vectors.</summary>
    [Fact]
    public void Signatures_are_those_of_the_specification() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", default).Sign("msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), """{"test": 2432232314}"""));

    private Task<Result<WebhookEndpoint>> CreateAsync(string? requestId = null) =>
        _webhooks.CreateAsync(_house.Owner, new WebhookChange("https://example.com/hook", null, "Mine", null), requestId, default);
}
