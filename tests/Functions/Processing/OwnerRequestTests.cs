using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
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
    public async Task Deleting_starts_one_workflow_and_the_asset_is_going_at_once()
    {
        var asset = await _house.AddAsync(AssetState.Ready);

        Assert.Equal(202, (await DeleteAsync(asset)).Status);
        Assert.Equal(202, (await DeleteAsync(asset)).Status);

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

    private async Task<Asset> AssetAsync(string id) => (await _house.Get<IAssetStore>().FindAsync(id, default))!.Value;

    private Task<(int Status, string Body, Microsoft.AspNetCore.Http.IHeaderDictionary Headers)> DeleteAsync(Asset asset, string? ifMatch = null)
    {
        var request = Request("DELETE", $"assets/{asset.Id}", _key);
        request.Headers.IfMatch = ifMatch;
        return _house.GetAsync(_house.Function<DeleteOneAsset>().RunAsync(request, asset.Id, _client, default));
    }
}
