using StreamPlatform.Domain.Uploads;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Azure.Tests.Live;

/// <summary>The contract on a real account, where there is one.</summary>
[Collection(LiveCollection.Name)]
public sealed class LiveUploadStoreTests(LiveCosmos cosmos) : UploadStoreContract
{
    private protected override IUploadStore Store => cosmos.Get<IUploadStore>();

    protected override async Task StartAsync()
    {
        // What an earlier run left would be due as well.
        foreach (var upload in await Store.ListDueAsync(Samples.Now, 500, default))
            if (await Store.FindAsync(upload.OwnerId, upload.Id, default) is { } stored)
                await Store.ReplaceAsync(stored.Value with { SweepAt = null }, stored.ETag, default);
    }
}
