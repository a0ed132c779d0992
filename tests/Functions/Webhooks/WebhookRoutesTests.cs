using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Functions.Tests.Support;
using StreamPlatform.Functions.Webhooks;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Webhooks;

public sealed class WebhookRoutesTests : IAsyncLifetime
{
    private readonly FunctionsHouse _house = new();
    private string _key = "";

    public async Task InitializeAsync() => _key = await _house.NewKeyAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task The_secret_is_in_the_answers_that_made_it_and_in_no_other()
    {
        var created = await CreateAsync();
        Assert.Equal((201, "enabled"), (created.Status, created.Text("state")));
        Assert.StartsWith("whsec_", created.Text("secret"), StringComparison.Ordinal);
        Assert.Equal($"/api/webhooks/{created.Text("id")}", created.Headers.Location);

        var shown = await GetAsync(created.Text("id")!);
        Assert.Null(shown.Text("secret"));
        var listed = await _house.AnswerAsync(_house.Function<GetWebhooks>().RunAsync(Request("GET", "webhooks", _key), default));
        Assert.DoesNotContain("whsec_", listed.Body.ToString(), StringComparison.Ordinal);

        var rotated = await _house.AnswerAsync(_house.Function<PostWebhookSecret>().RunAsync(Request("POST", "webhooks/x/secret", _key), created.Text("id")!, default));
        Assert.StartsWith("whsec_", rotated.Text("secret"), StringComparison.Ordinal);
        Assert.NotEqual(created.Text("secret"), rotated.Text("secret"));
    }

    [Fact]
    public async Task It_is_changed_with_the_etag_that_was_read_paused_and_deleted()
    {
        var id = (await CreateAsync()).Text("id")!;
        var etag = (await GetAsync(id)).Headers.ETag.ToString();

        var paused = await PatchAsync(id, new { enabled = false, events = new[] { "video.deleted" } }, etag);
        Assert.Equal((200, "paused"), (paused.Status, paused.Text("state")));
        (await PatchAsync(id, new { description = "x" }, etag)).IsProblem(412, "webhook.changed");
        (await PatchAsync(id, new { url = "https://10.0.0.1/" })).IsProblem(422, "webhook.url_invalid");

        Assert.Equal(204, (await _house.AnswerAsync(_house.Function<DeleteOneWebhook>().RunAsync(Request("DELETE", "webhooks/x", _key), id, default))).Status);
        (await GetAsync(id)).IsProblem(404, "webhook.not_found");
    }

    [Fact]
    public async Task What_was_sent_is_listed_for_its_owner()
    {
        var id = (await CreateAsync()).Text("id")!;
        var upload = await _house.Get<CreateUpload>().ExecuteAsync(EnsureFirstApiKey.FirstOwnerId, new NewUpload("sea.mp4", 1000, "The sea"), default);
        var asset = (await _house.Get<IAssetStore>().FindAsync(upload.Value.Upload.AssetId, default))!.Value;
        await _house.Get<Deliveries>().NoteAsync(VideoEvents.OfPublication(asset), default);

        var listed = await LogAsync(_key, id);
        var delivery = Assert.Single(listed.Body.GetProperty("items").EnumerateArray());
        Assert.Equal(("video.published", "pending"), (delivery.GetProperty("type").GetString(), delivery.GetProperty("state").GetString()));
        (await LogAsync(await _house.NewStrangerAsync(), id)).IsProblem(404, "webhook.not_found");
    }

    private Task<Answer> CreateAsync() => _house.AnswerAsync(_house.Function<PostWebhook>().RunAsync(Request("POST", "webhooks", _key, new { url = "https://example.com/hook" }), default));

    private Task<Answer> GetAsync(string id) => _house.AnswerAsync(_house.Function<GetOneWebhook>().RunAsync(Request("GET", "webhooks/x", _key), id, default));

    private Task<Answer> LogAsync(string key, string id) => _house.AnswerAsync(_house.Function<GetDeliveries>().RunAsync(Request("GET", "webhooks/x/deliveries", key), id, default));

    private Task<Answer> PatchAsync(string id, object body, string? etag = null)
    {
        var request = Request("PATCH", "webhooks/x", _key, body);
        if (etag is not null)
            request.Headers.IfMatch = etag;
        return _house.AnswerAsync(_house.Function<PatchWebhook>().RunAsync(request, id, default));
    }
}
