using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StreamPlatform.Local.Durable;
using StreamPlatform.Local.Host.Azurite;
using StreamPlatform.Local.Host.Discovery;
using StreamPlatform.Local.Host.Edge;
using StreamPlatform.Local.Host.Http;
using StreamPlatform.Local.Host.Management;
using StreamPlatform.Local.Host.Storage;
using StreamPlatform.Local.Model;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Host;

/// <summary>
/// The embedded runtime: hosts the functions and workflows of some assemblies on one machine, as the Functions host does
/// on Azure, with storage, triggers, HTTP and edges.
/// </summary>
public sealed class FunctionsHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly AzuriteSupervisor? _azurite;
    private readonly SqliteDatabase _database;
    private readonly DataFolderLock _lock;
    private readonly DataFolder _data;
    private int _stopped;

    private FunctionsHost(
        WebApplication app, AzuriteSupervisor? azurite, SqliteDatabase database, DataFolderLock @lock, DataFolder data, RuntimeFile runtime) =>
        (_app, _azurite, _database, _lock, _data, Runtime) = (app, azurite, database, @lock, data, runtime);

    /// <summary>Where it listens, and since when.</summary>
    public RuntimeFile Runtime { get; }

    /// <summary>What the composition root and the host have registered.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>The key that opens the management API and the status page.</summary>
    public string SystemKey => Services.GetRequiredService<ApiKeys>().System;

    /// <summary>The key that opens every function.</summary>
    public string MasterKey => Services.GetRequiredService<ApiKeys>().Master;

    /// <summary>Cancelled when the host is asked to stop.</summary>
    public CancellationToken Stopping => _app.Lifetime.ApplicationStopping;

    /// <summary>Starts everything; when it returns, requests are served and triggers listen.</summary>
    /// <param name="settings">Where and how.</param>
    /// <param name="assemblies">Where the functions and workflows are.</param>
    /// <param name="compose">Wires adapters to ports; storage runs already.</param>
    /// <param name="cancellation">Gives up the start.</param>
    /// <exception cref="FunctionDiscoveryException">A function can't be hosted as written.</exception>
    /// <exception cref="InvalidOperationException">The data folder is in use, or Azurite is missing or doesn't start.</exception>
    public static Task<FunctionsHost> StartAsync(
        HostSettings settings, IReadOnlyList<Assembly> assemblies, Action<HostComposition> compose, CancellationToken cancellation = default) =>
        StartAsync(settings, [.. assemblies.SelectMany(assembly => assembly.GetTypes())], compose, null, cancellation);

    /// <summary>As the public one, for functions of some types, with an Azurite that others own.</summary>
    internal static async Task<FunctionsHost> StartAsync(
        HostSettings settings, IReadOnlyList<Type> types, Action<HostComposition> compose, AzuriteSupervisor? shared, CancellationToken cancellation = default)
    {
        var data = new DataFolder(settings.DataFolder);
        await using var undo = new Undo();
        var @lock = DataFolderLock.Take(data);
        undo.Add(@lock);

        var builder = HostBuilder.CreateBuilder(settings);
        AzuriteSupervisor? azurite = null;
        if (shared is not null)
        {
            builder.Configuration[StorageAccounts.DefaultConnection] = shared.ConnectionString;
        }
        else if (StorageAccounts.Find(builder.Configuration, StorageAccounts.DefaultConnection) is null)
        {
            using var startLog = LoggerFactory.Create(logging => logging.AddConfiguration(builder.Configuration.GetSection("Logging")));
            azurite = new AzuriteSupervisor(data, settings.NodeModulesFolder, TimeProvider.System, startLog.CreateLogger<AzuriteSupervisor>());
            undo.Add(azurite.StopAsync);
            await azurite.StartAsync(cancellation);
            builder.Configuration[StorageAccounts.DefaultConnection] = azurite.ConnectionString;
        }

        var database = await HostDatabase.OpenAsync(data, cancellation);
        undo.Add(database);
        var app = HostBuilder.Build(builder, settings, types, data, database, (azurite ?? shared)?.LogFile, compose);
        undo.Add(() => app.DisposeAsync().AsTask());
        await app.StartAsync(cancellation);

        var runtime = HostBuilder.Describe(app, settings);
        app.Services.GetRequiredService<DurableEngine>().Client.Management = new ManagementEndpoint(
            new Uri(runtime.PublicUrl, DurableManagement.Prefix), app.Services.GetRequiredService<ApiKeys>().System);
        runtime.Write(data);
        undo.Clear();
        app.Logger.Listening(runtime.LocalUrl, runtime.PublicUrl, app.Services.GetRequiredService<FunctionCatalog>().Functions.Count);
        return new FunctionsHost(app, azurite, database, @lock, data, runtime);
    }

    /// <summary>Asks the host to stop, as Ctrl-C does; <see cref="WaitForStopAsync"/> returns when it has.</summary>
    public void RequestStop() => _app.Lifetime.StopApplication();

    /// <summary>Serves until a stop is asked for (by <see cref="RequestStop"/>, a signal or the token), then stops.</summary>
    public async Task WaitForStopAsync(CancellationToken cancellation = default)
    {
        await Task.Delay(Timeout.Infinite, CancellationTokenSource.CreateLinkedTokenSource(cancellation, Stopping).Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await StopAsync();
    }

    /// <summary>Lets what runs finish, stops Azurite and frees the data folder. A second call does nothing.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 1)
            return;
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
        if (_azurite is not null)
            await _azurite.StopAsync();
        File.Delete(_data.RuntimeFile);
        _lock.Dispose();
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}
