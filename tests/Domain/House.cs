using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Accounts.Tokens;
using StreamPlatform.Domain.Accounts.Users;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Catalog.Timers;
using StreamPlatform.Domain.Catalog.Viewing;
using StreamPlatform.Domain.Catalog.Views;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.History;
using StreamPlatform.Domain.Processing.Duplicates;
using StreamPlatform.Domain.Processing.Requests;
using StreamPlatform.Domain.Recommendations.Home;
using StreamPlatform.Domain.Recommendations.Trending;
using StreamPlatform.Domain.Recommendations;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Domain.Search;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Domain.Social.Marking;
using StreamPlatform.Domain.Social.Subscriptions;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Tests.Accounts;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Local.Stores;

namespace StreamPlatform.Domain.Tests;

/// <summary>The use cases on real SQLite stores, blobs in memory, and a clock that stands still until it is told.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("house-").FullName;
    private readonly ServiceProvider _services;

    public House(QuotaLimits? quotas = null, UploadLimits? limits = null)
    {
        var services = new ServiceCollection().AddLocalStores(_folder);
        Blobs = new MemoryBlobs(Clock);
        services.AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IBlobStore>(Blobs)
            .AddSingleton<IUploadUrls>(Blobs)
            .AddSingleton<IEventPublisher>(Events)
            .AddSingleton<IAccessTokens>(Tokens)
            .AddSingleton<IEntitlements, NoEntitlements>()
            .AddSingleton(new TrashOptions())
            .AddSingleton(quotas ?? new QuotaLimits())
            .AddSingleton(limits ?? new UploadLimits());
        foreach (var useCase in UseCases)
        {
            services.AddSingleton(useCase);
        }

        _services = services.BuildServiceProvider();
    }

    private static IEnumerable<Type> UseCases =>
    [
        typeof(Assets), typeof(GetAsset), typeof(ListAssets), typeof(EditAsset), typeof(CancelAsset), typeof(TrashAsset), typeof(Duplicates), typeof(ReleaseAsset), typeof(IndexVideo), typeof(SearchAssets),
        typeof(Channels), typeof(ListVideo), typeof(PublicVideos), typeof(ViewCounts),
        typeof(Quotas), typeof(Users), typeof(Organisations), typeof(ApiTokens), typeof(Authenticate), typeof(EnsureFirstApiKey), typeof(PutEncodingDefaults),
        typeof(SearchVideos), typeof(SuggestTitles), typeof(RelatedVideos), typeof(FillSearch), typeof(DescribeVideo), typeof(Domain.Catalog.Channels.Channels), typeof(Reactions), typeof(Marks), typeof(Tallies),
        typeof(Profiles), typeof(CommentStore), typeof(CommentLikes), typeof(CommentPages), typeof(CommentReader), typeof(Subscriptions), typeof(Aggregates), typeof(ChangedVideos),
        typeof(WeighVideo), typeof(WeighVideos), typeof(PublishTrending), typeof(TrendingLists), typeof(ReadTrending), typeof(ShowPicks), typeof(ChannelNames), typeof(FreshVideos), typeof(SeenVideos), typeof(HistoryRoom), typeof(WatchHistory), typeof(PersonalPicks), typeof(ReadHome),
        typeof(UploadCloser), typeof(SupersededOriginals), typeof(CreateUpload), typeof(GetUpload), typeof(ListUploads),
        typeof(AbortUpload), typeof(EndUploads), typeof(CommitUpload), typeof(ExpireUploads),
    ];

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero));
    public RecordingEvents Events { get; } = new();
    public NamedTokens Tokens { get; } = [];
    public MemoryBlobs Blobs { get; }
    public string Owner { get; } = OpaqueId.New("user");

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<Upload> OpenAsync(long bytes = 1000, string? assetId = null) =>
        (await Get<CreateUpload>().ExecuteAsync(Owner, new NewUpload("sea.mp4", bytes, AssetId: assetId), default)).Value.Upload;

    /// <summary>The client commits its block list and the event arrives.</summary>
    public Task<CommitOutcome> CommitAsync(Upload upload, long bytes = 1000) =>
        DeliverAsync(upload, Blobs.Commit(upload.Blob, bytes));

    public Task<CommitOutcome> DeliverAsync(Upload upload, BlobFacts facts) =>
        Get<CommitUpload>().ExecuteAsync(upload.AssetId, upload.Id, facts, default);

    public async Task<Asset> AssetAsync(string assetId) => (await Get<IAssetStore>().FindAsync(assetId, default))!.Value;

    public async Task<Upload> UploadAsync(string uploadId) =>
        (await Get<IUploadStore>().FindAsync(Owner, uploadId, default))!.Value;

    public async Task<UsageAmount> UsageAsync() => (await Get<Quotas>().UsageOfAsync(Owner, default)).Used;

    /// <summary>Moves the asset through these events.</summary>
    public async Task<Asset> MoveAsync(string assetId, params AssetEvent[] events)
    {
        foreach (var on in events)
        {
            Assert.True((await Get<Assets>().ApplyAsync(assetId, on, asset => asset, default)).Succeeded);
        }

        return await AssetAsync(assetId);
    }

    /// <summary>As a process leaves it that dies between the two writes of a commit.</summary>
    public async Task PinAsync(Upload upload, BlobFacts blob, int generation)
    {
        var stored = (await Get<IUploadStore>().FindAsync(upload.OwnerId, upload.Id, default))!;
        var pinned = stored.Value with
        {
            State = UploadState.Committed,
            CommittedETag = blob.ETag,
            CommittedBytes = blob.Bytes,
            Generation = generation,
            SweepAt = null,
        };
        Assert.NotNull(await Get<IUploadStore>().ReplaceAsync(pinned, stored.ETag, default));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
