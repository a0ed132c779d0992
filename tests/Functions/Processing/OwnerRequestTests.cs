using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Erasing;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Playback;
using StreamPlatform.Functions.Processing;
using StreamPlatform.Functions.Tests.Playback;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Processing;

public sealed class OwnerRequestTests : IAsyncLifetime
{
    private readonly PlaybackHouse _house = new();
    private readonly RecordingDurableClient _client = new();
    private string _key = "";

    public async Task InitializeAsync() => _key = await _house.NewKeyAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task Erasing_starts_one_workflow_and_the_asset_is_going_at_once()
    {
        var asset = await _house.AddAsync(AssetState.Ready);

        Assert.Equal(202, (await DeleteAsync(asset, query: "?permanent=true")).Status);
        Assert.Equal(202, (await DeleteAsync(asset, query: "?permanent=true")).Status);

        Assert.Equal(new AssetErasure(asset.Id), Assert.Single(_client.Started).Value);
        Assert.Equal(AssetState.Deleting, (await AssetAsync(asset.Id)).State);
    }

    [Fact]
    public async Task Deleting_what_someone_changed_meanwhile_is_refused()
    {
        var asset = await _house.AddAsync(AssetState.Ready);

        Assert.Equal(412, (await DeleteAsync(asset, "\"stale\"")).Status);

        Assert.Empty(_client.Started);
    }

    [Fact]
    public async Task A_deleted_asset_is_in_the_trash_for_thirty_days_and_neither_plays_nor_is_listed_there()
    {
        var asset = await _house.AddAsync(AssetState.Ready);
        var at = _house.Clock.GetUtcNow();

        Assert.Equal(202, (await DeleteAsync(asset)).Status);
        _house.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(202, (await DeleteAsync(asset)).Status);

        var mark = new TrashMark(at, at.AddDays(30));
        var (id, erasure) = Assert.Single(_client.Started);
        Assert.Equal((new TrashErasure(asset.Id, mark), mark), (erasure, (await AssetAsync(asset.Id)).Trashed));
        Assert.Equal(new TrashErasure(asset.Id, mark).InstanceId(), id);
        var watch = await _house.GetAsync(_house.Function<GetWatch>().RunAsync(Request("GET", "playback", _key), asset.PlaybackIds[0].Id, default));
        Assert.Equal((404, "playback.not_found"), (watch.Status, Parse(watch.Body).GetProperty("code").GetString()));
        Assert.Empty(await ListedAsync(""));
        var shown = Assert.Single(await ListedAsync("?trashed=true"));
        Assert.Equal((mark.At, mark.EraseAt, false), (shown.GetProperty("trashedAt").GetDateTimeOffset(), shown.GetProperty("eraseAt").GetDateTimeOffset(), shown.GetProperty("playable").GetBoolean()));

        Assert.Equal(202, (await DeleteAsync(asset, query: "?permanent=true")).Status);
        Assert.Equal(AssetState.Deleting, (await AssetAsync(asset.Id)).State);
        Assert.Equal("asset.wrong_state", Parse((await RestoreAsync(asset)).Body).GetProperty("code").GetString());
        Assert.Equal(409, (await DeleteAsync(asset)).Status);
    }

    [Fact]
    public async Task A_restored_asset_plays_as_before()
    {
        var asset = await _house.AddAsync(AssetState.Ready);
        await DeleteAsync(asset);

        var (status, body, _) = await RestoreAsync(asset);
        await RestoreAsync(asset);

        Assert.Equal((200, "ready", false), (status, Parse(body).GetProperty("status").GetString(), Parse(body).TryGetProperty("trashedAt", out _)));
        Assert.Equal(200, (await _house.GetAsync(_house.Function<GetWatch>().RunAsync(Request("GET", "playback"), asset.PlaybackIds[0].Id, default))).Status);
        Assert.Single(await ListedAsync(""));
        Assert.Empty(await ListedAsync("?trashed=true"));
    }

    [Fact]
    public async Task What_is_under_way_is_stopped_when_it_goes_into_the_trash()
    {
        var asset = await _house.AddAsync(AssetState.Processing);

        Assert.Equal(202, (await DeleteAsync(asset)).Status);

        Assert.Contains(Workflows.EraseRunId(asset.Id, asset.RunId!), _client.Started.Keys);
        var trashed = await AssetAsync(asset.Id);
        Assert.Equal((AssetState.Cancelled, _house.Clock.GetUtcNow()), (trashed.State, trashed.Trashed!.At));
    }

    [Fact]
    public async Task What_is_neither_true_nor_false_deletes_nothing()
    {
        var asset = await _house.AddAsync(AssetState.Ready);

        var (status, body, _) = await DeleteAsync(asset, query: "?permanent=yes");

        Assert.Equal((400, "request.flag_invalid"), (status, Parse(body).GetProperty("code").GetString()));
        Assert.Null((await AssetAsync(asset.Id)).Trashed);
    }

    [Fact]
    public async Task Reprocessing_starts_the_next_generation_and_keeps_the_published_revision()
    {
        var asset = await _house.AddAsync(AssetState.Ready);

        var (status, _, _) = await _house.GetAsync(_house.Function<PostReprocess>().RunAsync(
            Request("POST", $"assets/{asset.Id}/reprocess", _key), asset.Id, _client, default));

        Assert.Equal(202, status);
        var (id, run) = Assert.Single(_client.Started);
        Assert.Equal(new ProcessingRun(asset.Id, 2, Reprocess: true), run);
        var moved = await AssetAsync(asset.Id);
        Assert.Equal((AssetState.Probing, 2, id, asset.RunId), (moved.State, moved.Generation, moved.WorkflowId, moved.PublishedRunId));
    }

    [Fact]
    public async Task Cancelling_a_run_whose_workflow_is_gone_erases_it()
    {
        var asset = await _house.AddAsync(AssetState.Processing);

        var (status, _, _) = await _house.GetAsync(_house.Function<PostCancel>().RunAsync(
            Request("POST", $"assets/{asset.Id}/cancel", _key), asset.Id, _client, default));

        Assert.Equal(202, status);
        Assert.Equal(Workflows.EraseRunId(asset.Id, asset.RunId!), Assert.Single(_client.Started).Key);
        Assert.Equal(AssetState.Cancelled, (await AssetAsync(asset.Id)).State);
    }

    [Fact]
    public async Task A_ready_asset_cannot_be_cancelled()
    {
        var asset = await _house.AddAsync(AssetState.Ready);

        var (status, body, _) = await _house.GetAsync(_house.Function<PostCancel>().RunAsync(
            Request("POST", $"assets/{asset.Id}/cancel", _key), asset.Id, _client, default));

        Assert.Equal(409, status);
        Assert.Contains("asset.wrong_state", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_no_yes_cannot_be_approved()
    {
        var asset = await _house.AddAsync(AssetState.Processing);

        var (status, body, _) = await _house.GetAsync(_house.Function<PostApprove>().RunAsync(
            Request("POST", $"assets/{asset.Id}/approve", _key), asset.Id, _client, default));

        Assert.Equal(409, status);
        Assert.Contains("asset.nothing_to_approve", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Ports_without_an_adapter_are_named_at_start_up()
    {
        var error = Assert.Throws<InvalidOperationException>(() => RequiredPorts.Check(new ServiceCollection()));

        Assert.Contains("IAssetStore", error.Message, StringComparison.Ordinal);
    }

    private Task<(int Status, string Body, Microsoft.AspNetCore.Http.IHeaderDictionary Headers)> RestoreAsync(Asset asset) =>
        _house.GetAsync(_house.Function<PostRestore>().RunAsync(Request("POST", $"assets/{asset.Id}/restore", _key), asset.Id, default));

    private async Task<List<JsonElement>> ListedAsync(string query) =>
        [.. Parse((await _house.GetAsync(_house.Function<GetAssets>().RunAsync(Request("GET", "assets", _key, query: query), default))).Body).GetProperty("items").EnumerateArray()];

    private static JsonElement Parse(string body) => JsonDocument.Parse(body).RootElement;

    private async Task<Asset> AssetAsync(string id) => (await _house.Get<IAssetStore>().FindAsync(id, default))!.Value;

    private Task<(int Status, string Body, Microsoft.AspNetCore.Http.IHeaderDictionary Headers)> DeleteAsync(Asset asset, string? ifMatch = null, string query = "")
    {
        var request = Request("DELETE", $"assets/{asset.Id}", _key, query: query);
        request.Headers.IfMatch = ifMatch;
        return _house.GetAsync(_house.Function<DeleteOneAsset>().RunAsync(request, asset.Id, _client, default));
    }
}
