using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Archive;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Local.Stores;
using StreamPlatform.Storage;
using StreamPlatform.Tests.Contracts.Telemetry;
using Xunit.Abstractions;

namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>
/// The platform dies at random instants while players tell of what they play. <c>tests/faults</c> runs the long drill; the suite a
/// short one.
/// </summary>
[Collection(DrillCollection.Name)]
public sealed class TelemetryDrillTests(ITestOutputHelper output)
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Killed_at_random_instants_nothing_acknowledged_is_lost_and_aggregates_are_as_counted_anew_from_the_archive()
    {
        var report = new DrillReport(output);
        await using var platform = await Platform.StartAsync(("RateLimits__PerSession", "0"));
        var (_, files) = await platform.PublishAsync(await Samples.VideoAsync(platform.Folder, "short.mp4", 2, "320x180", 25));
        var asset = Assert.Single(files).AssetId!;
        var from = TimeProvider.System.GetUtcNow().AddHours(-1);

        var viewers = new Viewers(platform, await PlaybackIdAsync(platform, asset));
        using var over = new CancellationTokenSource();
        var watching = viewers.WatchAsync(over.Token);
        var random = new Random(Drill.Seed);
        for (var kill = 0; kill < Drill.Kills; kill++)
        {
            await Task.WhenAny(watching, Task.Delay(LongestLife * random.NextDouble()));
            await platform.KillAsync();
            await platform.ServeAsync();
        }

        await Task.Delay(LongestLife);
        await over.CancelAsync();
        await watching;
        await Eventually.HoldsAsync(() => Task.FromResult(WaitingIn(platform) == 0), TimeSpan.FromMinutes(2), "all that was told is counted");
        await platform.KillAsync();

        var to = TimeProvider.System.GetUtcNow().AddHours(1);
        await using var anew = StoresIn(Directory.CreateDirectory(Path.Combine(platform.Folder, "anew")).FullName);
        await using var counted = StoresIn(Path.Combine(platform.Data, "db"));
        var archived = await CountAnewAsync(platform, anew.GetRequiredService<IAggregateShards>(), from, to);
        report.Tell($"Seed {Drill.Seed}: {Drill.Kills} kills, {viewers.Retries} requests sent again; {viewers.Acknowledged.Count} events of {viewers.Acknowledged.Keys.Select(one => one.Session).Distinct().Count()} sessions acknowledged, {archived.Count} in the archive.");
        Assert.Empty(viewers.Acknowledged.Keys.Except(archived).Take(10));
        Assert.True(viewers.Acknowledged.Count > 100, "Hardly anything was told.");

        AggregateSubject[] subjects = [AggregateSubject.Video(asset), AggregateSubject.Channel(EnsureFirstApiKey.FirstOwnerId), AggregateSubject.Platform];
        async Task<string> Of(ServiceProvider stores) => await CountedState.OfAsync(stores.GetRequiredService<IAggregateShards>(), subjects, [asset], from, to);
        var (expected, found) = (await Of(anew), await Of(counted));
        Assert.Equal(expected, found);
        foreach (var session in viewers.Acknowledged.Keys.Select(one => one.Session).Distinct())
            Assert.Contains(session, found, StringComparison.Ordinal);
        report.Tell($"Aggregates are as counted anew: {expected.Split('\n').Length} lines; no acknowledged event is missing.");
    }

    private static async Task<string> PlaybackIdAsync(Platform platform, string asset)
    {
        using var client = platform.CreateClient();
        var found = await client.GetFromJsonAsync<JsonElement>($"/api/assets/{asset}");
        return found.GetProperty("playbackIds")[0].GetProperty("id").GetString()!;
    }

    /// <summary>Messages of the hub beyond what was counted.</summary>
    private static long WaitingIn(Platform platform)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(platform.Data, "db", "host.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT COALESCE(SUM(next - 1 - COALESCE((SELECT sequence FROM hub_checkpoints c WHERE c.hub=p.hub AND c.partition=p.partition AND consumer=$group), -1)), 0)
            FROM hub_partitions p WHERE hub=$hub
            """;
        command.Parameters.AddWithValue("$hub", TelemetryHub.Name);
        command.Parameters.AddWithValue("$group", TelemetryHub.Aggregates);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Counts all that the archive has in an empty store; every event in it, by session and number.</summary>
    private static async Task<HashSet<(string Session, int Seq)>> CountAnewAsync(Platform platform, IAggregateShards shards, DateTimeOffset from, DateTimeOffset to)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", StoredBlobs.ConnectionString(platform))]).Build();
        await using var storage = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<IConfiguration>(configuration).AddPlatformStorage(configuration).BuildServiceProvider();
        var archive = new TelemetryArchive(storage.GetRequiredService<IBlobStore>(), TimeProvider.System);
        using var count = new CountTelemetry(shards, new NoArchive(), TimeProvider.System);
        var (events, reader) = (new HashSet<(string, int)>(), new TelemetryRecordReader());
        await foreach (var (partition, messages) in archive.ReadAsync(DateOnly.FromDateTime(from.UtcDateTime), DateOnly.FromDateTime(to.UtcDateTime), default))
        {
            foreach (var beacon in messages.Select(message => reader.Read(message.Body.Span)).OfType<BeaconRecord>())
                events.UnionWith(beacon.Events.Select(told => (beacon.SessionId, told.Seq)));
            await count.CountAsync(partition, messages, default);
        }

        return events;
    }

    private static ServiceProvider StoresIn(string folder) => new ServiceCollection().AddSingleton(TimeProvider.System).AddLocalStores(folder).BuildServiceProvider();
}
