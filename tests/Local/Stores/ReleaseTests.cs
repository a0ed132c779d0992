using Microsoft.Data.Sqlite;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Search;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Local.Stores;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Local.Tests.Stores;

/// <summary>Data folders that older releases wrote must open for ever. The scripts in <c>Releases</c> are dumps and never change.</summary>
public sealed class ReleaseTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private readonly SqliteStores _stores = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();

    [Fact]
    public async Task The_data_of_release_1_opens_and_can_be_written()
    {
        await RestoreAsync("release-1.sql");

        var asset = await _stores.Get<IAssetStore>().FindByPlaybackIdAsync("play_0123456789abcdefghjkmnpqrs", Ct);
        Assert.Equal((AssetState.Ready, 1, "A walk by the sea"), (asset!.Value.State, asset.Value.Revision, asset.Value.Title));
        Assert.NotNull(await _stores.Get<IAssetStore>().ReplaceAsync(asset.Value with { Title = "Sea" }, asset.ETag, Ct));

        var owner = EnsureFirstApiKey.FirstOwnerId;
        var found = await _stores.Get<IVideoIndex>().SearchAsync(new VideoQuery(owner, "sea", new PageRequest(null, 10)), Ct);
        Assert.Equal([asset.Value.Id], found.Items);
        var upload = Assert.Single((await _stores.Get<IUploadStore>().ListAsync(owner, null, 10, Ct)).Items);
        Assert.Equal((UploadState.Committed, 5_000_000L), (upload.State, upload.CommittedBytes));
        Assert.Equal(5_000_000, (await _stores.Get<IUsageStore>().SumAsync(owner, Samples.Now, Ct)).Bytes);
        var key = await _stores.Get<IApiKeyStore>().FindAsync(ApiKey.HashOf("sk_0123456789abcdefghjkmnpqrs"), Ct);
        Assert.Equal(owner, key?.OwnerId);
    }

    private async Task RestoreAsync(string script)
    {
        var sql = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Stores", "Releases", script), Ct);
        var file = Path.Combine(_stores.Folder, StoresDatabase.FileName);
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Ct);
    }
}
