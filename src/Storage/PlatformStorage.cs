using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Storage;

/// <summary>
/// Everything the platform keeps in Azure Storage, behind one pair of clients. Built from a service collection or, where
/// a process lives for one piece of work, directly.
/// </summary>
public sealed class PlatformStorage
{
    private readonly ContainerClients _containers;

    private PlatformStorage(BlobServiceClient blobs, BlobServiceClient media, QueueServiceClient queues, StorageSettings settings)
    {
        BlobService = blobs;
        QueueService = queues;
        _containers = new ContainerClients(blobs, media);
        Blobs = new AzureBlobStore(_containers);
        UploadUrls = new SasUploadUrls(blobs, settings.PublicUrl, TimeProvider.System);
        PlaybackUrls = new SasPlaybackUrls(media, settings.DeliveryUrl, TimeProvider.System);
        TranscodeQueue = new StorageTranscodeQueue(queues);
        QueueFacts = new StorageQueueFacts(queues, TimeProvider.System);
        Receiver = new TranscodeQueueReceiver(queues);
    }

    public BlobServiceClient BlobService { get; }
    public QueueServiceClient QueueService { get; }
    public IBlobStore Blobs { get; }
    public IUploadUrls UploadUrls { get; }

    /// <summary>For players that fetch from storage or a CDN before it; on one machine the edge signs.</summary>
    public IPlaybackUrlSigner PlaybackUrls { get; }
    public ITranscodeQueue TranscodeQueue { get; }
    public IQueueFacts QueueFacts { get; }
    public TranscodeQueueReceiver Receiver { get; }

    public static PlatformStorage Create(StorageSettings settings)
    {
        var blobOptions = new BlobClientOptions();
        var queueOptions = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None };
        Configure(blobOptions);
        Configure(queueOptions);
        if (settings.ConnectionString is { } connection)
        {
            var all = new BlobServiceClient(connection, blobOptions);
            return new(all, all, new QueueServiceClient(connection, queueOptions), settings);
        }

        var credential = Credential(settings);
        var content = new BlobServiceClient(settings.BlobServiceUri, credential, blobOptions);
        var media = settings.MediaServiceUri is { } uri ? new BlobServiceClient(uri, credential, blobOptions) : content;
        return new(content, media, new QueueServiceClient(settings.QueueServiceUri, credential, queueOptions), settings);
    }

    /// <summary>Creates the containers and queues that are missing. On Azure the deployment has made them already.</summary>
    public Task EnsureCreatedAsync(CancellationToken ct)
    {
        var containers = _containers.All.Select(container => (Task)container.CreateIfNotExistsAsync(cancellationToken: ct));
        var queues = WorkQueues.ByPriority
            .SelectMany(name => new[] { name, WorkQueues.PoisonOf(name) })
            .Select(name => (Task)QueueService.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: ct));
        return Task.WhenAll(containers.Concat(queues));
    }

    private static void Configure(ClientOptions options)
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(10);
        options.Retry.MaxRetries = 5;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        options.Diagnostics.IsLoggingEnabled = false;
    }

    private static TokenCredential Credential(StorageSettings settings) => settings switch
    {
        { ManagedIdentityOnly: true, ClientId: { } id } => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id)),
        { ManagedIdentityOnly: true } => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned),
        _ => new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = settings.ClientId }),
    };
}
