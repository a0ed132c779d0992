using Azure.Storage.Blobs;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Storage;

/// <summary>
/// Which account a container lies in. Media has one of its own, with directories, because only there a signature can open a
/// folder; on one machine both are the same.
/// </summary>
internal sealed class ContainerClients(BlobServiceClient content, BlobServiceClient media)
{
    public IEnumerable<BlobContainerClient> All => Containers.All.Select(Of);

    public BlobContainerClient Of(string container) => (container == Containers.Media ? media : content).GetBlobContainerClient(container);

    public BlobClient Of(BlobPath path) => Of(path.Container).GetBlobClient(path.Name);
}
