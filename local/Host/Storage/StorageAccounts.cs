using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace StreamPlatform.Local.Host.Storage;

/// <summary>Storage clients by the setting that holds their connection string.</summary>
internal sealed class StorageAccounts(IConfiguration configuration)
{
    /// <summary>The setting that attributes mean when they name none.</summary>
    public const string DefaultConnection = "AzureWebJobsStorage";

    private readonly ConcurrentDictionary<string, BlobServiceClient> _blobs = new();
    private readonly ConcurrentDictionary<string, QueueServiceClient> _queues = new();

    /// <summary>The connection string, or null when no setting of that name (with or without the prefix) holds one.</summary>
    public static string? Find(IConfiguration configuration, string connection) =>
        configuration[connection] ?? configuration["AzureWebJobs" + connection];

    public BlobServiceClient Blobs(string connection) =>
        _blobs.GetOrAdd(connection, name => new BlobServiceClient(ConnectionString(name)));

    /// <summary>Messages are read and written raw: see <see cref="Queues.FunctionQueueEncoding"/>.</summary>
    public QueueServiceClient Queues(string connection) =>
        _queues.GetOrAdd(connection, name => new QueueServiceClient(ConnectionString(name)));

    private string ConnectionString(string name) => Find(configuration, name)
        ?? throw new InvalidOperationException($"The setting '{name}' holds no storage connection string.");
}
