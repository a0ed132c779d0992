using Azure.Identity;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using StreamPlatform.Azure.Cosmos;

namespace StreamPlatform.Azure.Tests.Live;

/// <summary>
/// The stores on a real account, when <see cref="Variable"/> names one: a connection string with a key, or an endpoint and
/// whatever identity the machine offers. With a key the database is made for the run and deleted after it; an identity
/// needs the database <c>streamplatform-tests</c> to be there with its containers.
/// </summary>
public sealed class LiveCosmos : IAsyncLifetime
{
    public const string Variable = "STREAMPLATFORM_COSMOS";

    private static readonly string? Setting = Environment.GetEnvironmentVariable(Variable);

    private ServiceProvider? _services;
    private Database? _made;

    public async Task InitializeAsync()
    {
        if (string.IsNullOrWhiteSpace(Setting))
            return;

        var hasKey = Setting.Contains("AccountKey=", StringComparison.OrdinalIgnoreCase);
        var options = CosmosClients.Direct(CosmosClients.Options([]));
        var client = hasKey ? new CosmosClient(Setting, options) : new CosmosClient(Endpoint(Setting), new DefaultAzureCredential(), options);
        var database = hasKey ? $"streamplatform-tests-{Guid.NewGuid():n}" : "streamplatform-tests";
        if (hasKey)
            _made = await MakeAsync(client, database);

        _services = new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(_ => client)
            .AddCosmosStores(database)
            .BuildServiceProvider();
    }

    /// <summary>The store; skips the test when no account is named.</summary>
    public T Get<T>()
        where T : notnull
    {
        Skip.If(_services is null, $"{Variable} names no Cosmos DB account.");
        return _services!.GetRequiredService<T>();
    }

    public async Task DisposeAsync()
    {
        if (_made is not null)
            await _made.DeleteAsync();
        if (_services is not null)
            await _services.DisposeAsync();
    }

    private static string Endpoint(string setting) =>
        setting.Split(';').Select(part => part.Trim()).First(part => part.Length > 0)
            .Replace("AccountEndpoint=", "", StringComparison.OrdinalIgnoreCase);

    private static async Task<Database> MakeAsync(CosmosClient client, string name)
    {
        Database database = await client.CreateDatabaseAsync(name);
        foreach (var definition in CosmosContainers.All)
        {
            var properties = new ContainerProperties(definition.Name, definition.PartitionKeyPath)
            {
                DefaultTimeToLive = definition.ItemsExpire ? -1 : null,
            };
            properties.IndexingPolicy.ExcludedPaths.Add(new ExcludedPath { Path = "/*" });
            foreach (var path in definition.QueriedPaths)
                properties.IndexingPolicy.IncludedPaths.Add(new IncludedPath { Path = path });
            await database.CreateContainerAsync(properties);
        }

        return database;
    }
}
