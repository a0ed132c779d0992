using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Domain.Tests.Uploads;

/// <summary>The process dies between any two calls to the outside; what is delivered again makes it good.</summary>
public sealed class CrashTests
{
    private const int MoreThanAnyoneCalls = 60;

    [Fact]
    public async Task A_commit_interrupted_anywhere_ends_as_an_undisturbed_one_when_its_event_comes_again()
    {
        for (var call = 1; await InterruptedAsync(call); call++)
        {
            Assert.InRange(call, 1, MoreThanAnyoneCalls);
        }

        static async Task<bool> InterruptedAsync(int call)
        {
            await using var house = new House();
            var first = await house.OpenAsync();
            await house.CommitAsync(first);
            await house.MoveAsync(first.AssetId, AssetEvent.Planned, AssetEvent.Published);
            var second = await house.OpenAsync(assetId: first.AssetId);
            var blob = house.Blobs.Commit(second.Blob, 1500);

            var crash = new Crash(call);
            await RunAsync(crash, () => CommitOf(house, crash).ExecuteAsync(second.AssetId, second.Id, blob, default));
            var outcome = await house.DeliverAsync(second, blob);

            var asset = await house.AssetAsync(first.AssetId);
            Assert.Equal((AssetState.Probing, 2, second.Blob.Name), (asset.State, asset.Generation, asset.Source?.BlobName));
            Assert.Equal(asset.WorkflowId, outcome.Start?.InstanceId);
            Assert.Equal([second.Blob], house.Blobs.Paths);
            Assert.Equal(new UsageAmount(Bytes: 1500), await house.UsageAsync());
            return crash.Happened;
        }
    }

    [Fact]
    public async Task A_refusal_interrupted_anywhere_is_finished_when_its_event_comes_again()
    {
        for (var call = 1; await InterruptedAsync(call); call++)
        {
            Assert.InRange(call, 1, MoreThanAnyoneCalls);
        }

        static async Task<bool> InterruptedAsync(int call)
        {
            await using var house = new House(limits: new UploadLimits { MaxBytes = 1000 });
            var upload = await house.OpenAsync();
            var blob = house.Blobs.Commit(upload.Blob, 1001);

            var crash = new Crash(call);
            await RunAsync(crash, () => CommitOf(house, crash).ExecuteAsync(upload.AssetId, upload.Id, blob, default));
            await house.DeliverAsync(upload, blob);

            var asset = await house.AssetAsync(upload.AssetId);
            Assert.Equal((AssetState.Failed, "upload.too_large"), (asset.State, asset.Failure?.Code));
            Assert.Empty(house.Blobs.Paths);
            Assert.Equal(default, await house.UsageAsync());
            return crash.Happened;
        }
    }

    [Fact]
    public async Task A_creation_interrupted_anywhere_leaves_nothing_once_it_has_expired()
    {
        for (var call = 1; await InterruptedAsync(call); call++)
        {
            Assert.InRange(call, 1, MoreThanAnyoneCalls);
        }

        static async Task<bool> InterruptedAsync(int call)
        {
            await using var house = new House();
            var crash = new Crash(call);

            await RunAsync(crash, () => CreateOf(house, crash).ExecuteAsync(house.Owner, new NewUpload("sea.mp4", 1000), default));
            house.Clock.Advance(TimeSpan.FromHours(26));
            await house.Get<ExpireUploads>().ExecuteAsync(default);

            Assert.Equal(default, await house.UsageAsync());
            var assets = await house.Get<ListAssets>().ExecuteAsync(house.Owner, trashed: false, new PageRequest(null, 10), default);
            Assert.All(assets.Items, asset => Assert.Equal(AssetState.Failed, asset.State));
            return crash.Happened;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_creation_interrupted_anywhere_and_repeated_opens_one_upload(bool replaces)
    {
        for (var call = 1; await InterruptedAsync(call, replaces); call++)
        {
            Assert.InRange(call, 1, MoreThanAnyoneCalls);
        }

        static async Task<bool> InterruptedAsync(int call, bool replaces)
        {
            await using var house = new House();
            string? asset = null;
            if (replaces)
            {
                var former = await house.OpenAsync();
                await house.CommitAsync(former);
                asset = (await house.MoveAsync(former.AssetId, AssetEvent.Planned, AssetEvent.Published)).Id;
            }

            var crash = new Crash(call);
            var wanted = new NewUpload("sea.mp4", 700, AssetId: asset, RequestId: "request_1");
            await RunAsync(crash, () => CreateOf(house, crash).ExecuteAsync(house.Owner, wanted, default));
            var open = (await house.Get<CreateUpload>().ExecuteAsync(house.Owner, wanted, default)).Value;
            var again = (await house.Get<CreateUpload>().ExecuteAsync(house.Owner, wanted, default)).Value;

            Assert.Equal((open.Upload, open.Url, open.PlaybackId), (again.Upload, again.Url, again.PlaybackId));
            Assert.NotNull(open.Url);
            var uploads = await house.Get<ListUploads>().ExecuteAsync(house.Owner, new PageRequest(null, 10), default);
            Assert.Equal(open.Upload.Id, Assert.Single(uploads.Items, upload => upload.State == UploadState.Awaiting).Id);
            var assets = await house.Get<ListAssets>().ExecuteAsync(house.Owner, trashed: false, new PageRequest(null, 10), default);
            Assert.Equal(open.Upload.AssetId, Assert.Single(assets.Items).Id);
            Assert.Equal(asset ?? open.Upload.AssetId, open.Upload.AssetId);
            Assert.Equal(new UsageAmount(Bytes: replaces ? 1700 : 700, Uploads: 1), await house.UsageAsync());
            Assert.Equal(CommitVerdict.Accepted, (await house.CommitAsync(open.Upload)).Verdict);
            return crash.Happened;
        }
    }

    private static CreateUpload CreateOf(House house, Crash crash) => new(
        crash.Around(house.Get<IUploadStore>()),
        crash.Around(house.Get<IAssetStore>()),
        new Quotas(crash.Around(house.Get<IUsageStore>()), new QuotaLimits(), house.Clock),
        crash.Around<IUploadUrls>(house.Blobs),
        crash.Around(house.Get<IEncodingDefaultsStore>()),
        house.Blobs,
        house.Get<Channels>(),
        new UploadLimits(),
        house.Clock);

    private static CommitUpload CommitOf(House house, Crash crash)
    {
        var uploads = crash.Around(house.Get<IUploadStore>());
        var store = crash.Around(house.Get<IAssetStore>());
        var blobs = crash.Around<IBlobStore>(house.Blobs);
        var quotas = new Quotas(crash.Around(house.Get<IUsageStore>()), new QuotaLimits(), house.Clock);
        var assets = new Assets(store, house.Clock);
        return new CommitUpload(
            uploads,
            store,
            assets,
            quotas,
            new UploadCloser(uploads, blobs, assets, quotas),
            new SupersededOriginals(uploads, blobs, quotas),
            house.Get<UploadLimits>());
    }

    private static async Task RunAsync(Crash crash, Func<Task> act)
    {
        try
        {
            await act();
            Assert.False(crash.Happened);
        }
        catch (CrashedException)
        {
            Assert.True(crash.Happened);
        }
    }
}
