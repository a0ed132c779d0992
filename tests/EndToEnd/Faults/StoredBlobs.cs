using System.Security.Cryptography;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>What storage really holds, seen past the platform: through the storage client with the data folder's own key.</summary>
internal sealed record StoredBlobs(IReadOnlyDictionary<string, string> Digests)
{
    /// <summary>SHA-256 of every segment and init segment of an asset's published run, by path below the run's folder.</summary>
    public static async Task<StoredBlobs> OfAsync(Platform platform, string assetId)
    {
        var media = Client(platform).GetBlobContainerClient("media");
        var digests = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var blob in media.GetBlobsAsync(new() { Prefix = $"{assetId}/" }))
        {
            var path = string.Join('/', blob.Name.Split('/').Skip(2));

            // The presentation names the asset, and the head start goes once the ladder has taken its place.
            if (path.StartsWith("head/", StringComparison.Ordinal) || path.EndsWith(".json", StringComparison.Ordinal))
                continue;
            await using var content = await media.GetBlobClient(blob.Name).OpenReadAsync();
            digests[path] = Convert.ToHexStringLower(await SHA256.HashDataAsync(content));
        }

        return new StoredBlobs(digests);
    }

    /// <summary>Blobs that belong to no ready asset's published run and are no kept original; also doubled runs.</summary>
    public static async Task<List<string>> StraysAsync(Platform platform, IReadOnlySet<string> ready, IReadOnlySet<string> originals)
    {
        var strays = new List<string>();
        var client = Client(platform);
        var runs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var container in new[] { "uploads", "media", "work", "markers" })
            await foreach (var blob in client.GetBlobContainerClient(container).GetBlobsAsync())
            {
                var parts = blob.Name.Split('/');
                var isRightful = container switch
                {
                    "uploads" => originals.Contains(parts[0]),
                    "media" => ready.Contains(parts[0]) && parts[2] != "head" && (runs.TryAdd(parts[0], parts[1]) || runs[parts[0]] == parts[1]),
                    _ => false,
                };
                if (!isRightful)
                    strays.Add($"{container}/{blob.Name}");
            }

        return strays;
    }

    /// <summary>Every blob under an asset's name, with its container before it.</summary>
    public static async Task<List<string>> NamesOfAsync(Platform platform, string assetId)
    {
        var names = new List<string>();
        foreach (var container in new[] { "uploads", "media", "work", "markers" })
            await foreach (var blob in Client(platform).GetBlobContainerClient(container).GetBlobsAsync(new() { Prefix = $"{assetId}/" }))
                names.Add($"{container}/{blob.Name}");
        return names;
    }

    /// <summary>Sizes of an asset's originals.</summary>
    public static async Task<List<long>> OriginalsOfAsync(Platform platform, string assetId)
    {
        var sizes = new List<long>();
        await foreach (var blob in Client(platform).GetBlobContainerClient("uploads").GetBlobsAsync(new() { Prefix = $"{assetId}/" }))
            sizes.Add(blob.Properties.ContentLength ?? 0);
        return sizes;
    }

    /// <summary>Bytes of all originals: what the only account of a drill must be charged for.</summary>
    public static async Task<double> OriginalsBytesAsync(Platform platform)
    {
        var bytes = 0L;
        await foreach (var blob in Client(platform).GetBlobContainerClient("uploads").GetBlobsAsync())
            bytes += blob.Properties.ContentLength ?? 0;
        return bytes;
    }

    /// <summary>Queues in which a message waits, or is held: of a run that is over nobody may be left to take one.</summary>
    public static async Task<List<string>> QueuesInUseAsync(Platform platform)
    {
        var service = new QueueServiceClient(ConnectionString(platform));
        var used = new List<string>();
        await foreach (var queue in service.GetQueuesAsync())
            if ((await service.GetQueueClient(queue.Name).GetPropertiesAsync()).Value.ApproximateMessagesCount > 0)
                used.Add($"queue {queue.Name}");
        return used;
    }

    public static BlobServiceClient Client(Platform platform) => new(ConnectionString(platform));

    /// <summary>Opens the platform's storage past it.</summary>
    public static string ConnectionString(Platform platform)
    {
        using var process = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(platform.Data, "azurite", "process.json")));
        string Endpoint(string port) => $"http://127.0.0.1:{process.RootElement.GetProperty(port).GetInt32()}/devstoreaccount1";
        var key = Convert.ToBase64String(File.ReadAllBytes(Path.Combine(platform.Data, "keys", "storage.key")));
        return "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
            + $"AccountKey={key};BlobEndpoint={Endpoint("BlobPort")};QueueEndpoint={Endpoint("QueuePort")};";
    }
}
