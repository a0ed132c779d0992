using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Storage;

/// <summary>
/// Everything the platform keeps in Azure Storage, behind one pair of clients. Built from a service collection or, where
/// a process lives for one piece of work, directly.
/// </summary>
public sealed class PlatformStorage
{
    private PlatformStorage(BlobServiceClient blobs, QueueServiceClient queues, Uri? publicUrl)
    {
        BlobService = blobs;
        QueueService = queues;
        Blobs = new AzureBlobStore(blobs);
        UploadUrls = new SasUploadUrls(blobs, publicUrl, TimeProvider.System);
        TranscodeQueue = new StorageTranscodeQueue(queues);
        Receiver = new TranscodeQueueReceiver(queues);
    }

    public BlobServiceClient BlobService { get; }
    public QueueServiceClient QueueService { get; }
    public IBlobStore Blobs { get; }
    public IUploadUrls UploadUrls { get; }
    public ITranscodeQueue TranscodeQueue { get; }
    public TranscodeQueueReceiver Receiver { get; }

    public static PlatformStorage Create(StorageSettings settings)
    {
        var blobOptions = new BlobClientOptions();
        var queueOptions = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None };
        Configure(blobOptions);
        Configure(queueOptions);
        if (settings.ConnectionString is { } connection)
        {
            return new(
                new BlobServiceClient(connection, blobOptions), new QueueServiceClient(connection, queueOptions), settings.PublicUrl);
        }

        var credential = Credential(settings);
        return new(
            new BlobServiceClient(settings.BlobServiceUri, credential, blobOptions),
            new QueueServiceClient(settings.QueueServiceUri, credential, queueOptions),
            settings.PublicUrl);
    }

    /// <summary>Creates the containers and queues that are missing. On Azure the deployment has made them already.</summary>
    public Task EnsureCreatedAsync(CancellationToken ct)
    {
        var containers = Containers.All.Select(name => (Task)BlobService.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: ct));
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
