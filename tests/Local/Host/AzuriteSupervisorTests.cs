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
    public async Task It_has_started_when_it_heeds_the_signal_that_makes_it_write_everything()
    {
        // As Azurite does it: what it heeds comes last.
        var script = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.Path, "azurite", "dist", "src")).FullName, "azurite.js");
        await File.WriteAllTextAsync(
            script,
            """
            const port = name => Number(process.argv[process.argv.indexOf(name) + 1]);
            const listen = name => new Promise(then => require('http').createServer((_, answer) => answer.end()).listen(port(name), '127.0.0.1', then));
            (async () => {
              await listen('--blobPort');
              await listen('--queuePort');
              await new Promise(then => setTimeout(then, 300));
              await listen('--tablePort');
              process.once('SIGTERM', () => { require('fs').writeFileSync('kept', ''); process.exit(); });
            })();
            """);
        var data = new DataFolder(Path.Combine(_folder.Path, "data"));
        var supervisor = new AzuriteSupervisor(data, _folder.Path, TimeProvider.System, NullLogger.Instance);

        await supervisor.StartAsync(CancellationToken.None);
        await supervisor.StopAsync();

        Assert.True(File.Exists(Path.Combine(data.Azurite, "kept")));
    }

    [Fact]
    public async Task Two_starts_at_once_give_one_Azurite_not_two_on_one_folder()
    {
        // Which is what a start sees whose predecessor was killed right after it had started Azurite.
        var (first, second) = (Supervisor(), Supervisor());
        await Task.WhenAll(first.StartAsync(CancellationToken.None), second.StartAsync(CancellationToken.None));
        Assert.Equal(first.ConnectionString, second.ConnectionString);
        await first.StopAsync();
        await second.StopAsync();
    }

    [Fact]
    public async Task A_start_while_the_old_one_ends_waits_for_its_end()
    {
        var old = Supervisor();
        await old.StartAsync(CancellationToken.None);
        await new BlobContainerClient(old.ConnectionString, "box").CreateAsync();
        var stopping = old.StopAsync();
        var next = Supervisor();
        await next.StartAsync(CancellationToken.None);
        await stopping;
        Assert.True(await new BlobContainerClient(next.ConnectionString, "box").ExistsAsync());
        await next.StopAsync();
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
