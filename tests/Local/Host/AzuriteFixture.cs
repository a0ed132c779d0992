using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using StreamPlatform.Local.Host;
using StreamPlatform.Local.Host.Azurite;

namespace StreamPlatform.Local.Tests.Host;

/// <summary>One real Azurite for all tests of the collection; tests keep apart by the names of their containers and queues.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal AzuriteSupervisor Azurite { get; private set; } = null!;

    public string ConnectionString => Azurite.ConnectionString;

    public static string RepositoryRoot { get; } = FindRoot();

    public static string NodeModules { get; } = Path.Combine(RepositoryRoot, "node_modules");

    public async Task InitializeAsync()
    {
        await InstallAsync();
        Azurite = new AzuriteSupervisor(new DataFolder(_folder.Path), NodeModules, TimeProvider.System, NullLogger.Instance);
        await Azurite.StartAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await Azurite.StopAsync();
        _folder.Dispose();
    }

    /// <summary>Installs what package-lock.json pins, when it isn't there yet.</summary>
    private static async Task InstallAsync()
    {
        if (File.Exists(Path.Combine(NodeModules, "azurite", "package.json")))
            return;
        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund"]) { WorkingDirectory = RepositoryRoot })!;
        await npm.WaitForExitAsync();
        Assert.Equal(0, npm.ExitCode);
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "package-lock.json")) || !File.Exists(Path.Combine(folder, "StreamPlatform.sln")))
            folder = Path.GetDirectoryName(folder.TrimEnd('/')) ?? throw new InvalidOperationException("The tests don't run inside the repository.");
        return folder;
    }
}
