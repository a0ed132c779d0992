using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using StreamPlatform.Local.Host;
using StreamPlatform.Local.Host.Azurite;

namespace StreamPlatform.Local.Tests.Host;

[Collection(AzuriteGroup.Name)]
public sealed class AzuriteSupervisorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_found_again_after_our_death_stops_when_asked_and_keeps_what_it_held()
    {
        var first = Supervisor();
        await first.StartAsync(CancellationToken.None);
        await new BlobContainerClient(first.ConnectionString, "box").CreateAsync();

        // A new supervisor without a stop in between is what a start after a crash sees.
        var second = Supervisor();
        await second.StartAsync(CancellationToken.None);
        Assert.Equal(first.ConnectionString, second.ConnectionString);
        await second.StopAsync();

        var third = Supervisor();
        await third.StartAsync(CancellationToken.None);
        Assert.True(await new BlobContainerClient(third.ConnectionString, "box").ExistsAsync());
        await third.StopAsync();
    }

    [Fact]
    public async Task Without_an_installation_it_says_what_to_do()
    {
        var supervisor = new AzuriteSupervisor(new DataFolder(_folder.Path), "/nowhere", TimeProvider.System, NullLogger.Instance);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => supervisor.StartAsync(CancellationToken.None));
        Assert.Contains("npm ci", exception.Message, StringComparison.Ordinal);
    }

    private AzuriteSupervisor Supervisor() => new(new DataFolder(_folder.Path), AzuriteFixture.NodeModules, TimeProvider.System, NullLogger.Instance);
}
