using StreamPlatform.Functions.Tests.Support;
using StreamPlatform.Media.Watermarking;
using StreamPlatform.Domain.Processing.Watermarks;
using StreamPlatform.Domain.Broadcasts;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Domain.Tests;
using StreamPlatform.Identity;
using StreamPlatform.Local.Stores;
using StreamPlatform.Media.Avatars;
using StreamPlatform.Media.Packaging;
using StreamPlatform.Media.Planning;

namespace StreamPlatform.Functions.Tests.Playback;

/// <summary>The playback functions with real manifests, tokens and stores; an asset whose run can be put in any state.</summary>
internal sealed class PlaybackHouse : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("playback-").FullName;
    private readonly ServiceProvider _services;
    private readonly ListedQueue _queue = new();

    public PlaybackHouse(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build();
        Blobs = new MemoryBlobs(Clock);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddPlatform(configuration)
            .AddIdentity(configuration, Path.Combine(_folder, "mail"))
            .AddPackaging()
            .AddLocalStores(_folder)
            .AddLocalSigningKeys(_folder)
            .AddSingleton<IBlobStore>(Blobs)
            .AddSingleton<IUploadUrls>(Blobs)
            .AddSingleton<IPlaybackUrlSigner>(new BucketSigner(Clock))
            .AddSingleton<ITranscodeQueue>(_queue)
            .AddSingleton<IQueueFacts>(_queue)
            .AddSingleton<IEventPublisher>(Events)
            .AddSingleton<IBroadcasts>(new SilentBroadcasts())
            .AddSingleton<ITelemetryStream>(Stream)
            .AddSingleton<IWatermarkReader>(new PngReader())
            .AddSingleton<IAvatarMaker>(new AvatarMaker())
            .AddSingleton<IExtensionPlanner>(new ExtensionPlanner(new PlanOptions()))
            .BuildServiceProvider();
    }

    public RecordingEvents Events { get; } = new();

    /// <summary>The letters that went out, oldest first.</summary>
    public IReadOnlyList<string> Letters =>
        Directory.Exists(Path.Combine(_folder, "mail")) ? [.. Directory.EnumerateFiles(Path.Combine(_folder, "mail")).Order(StringComparer.Ordinal).Select(File.ReadAllText)] : [];

    /// <inheritdoc cref="FunctionsHouse.StoredFiles()"/>
    public IEnumerable<byte[]> StoredFiles() => FunctionsHouse.StoredFiles(_folder);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero));
    public MemoryBlobs Blobs { get; }
    public RecordingStream Stream { get; } = new();

    /// <summary>What jobs were asked for.</summary>
    public IReadOnlyList<WorkItem> Queued => _queue.Items;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public T Function<T>() => ActivatorUtilities.CreateInstance<T>(_services);

    public object Create(Type function) => ActivatorUtilities.CreateInstance(_services, function);

    public Task<string> NewKeyAsync() => Get<EnsureFirstApiKey>().ExecuteAsync(null, default);

    /// <summary>Another creator's key.</summary>
    public async Task<string> NewStrangerAsync()
    {
        var secret = ApiKey.NewSecret();
        await Get<IApiKeyStore>().AddAsync(
            new ApiKey { Hash = ApiKey.HashOf(secret), OwnerId = $"user_{secret[3..]}", Name = "stranger", CreatedAt = Clock.GetUtcNow() },
            default);
        return secret;
    }

    /// <summary>An asset, of the first owner unless said otherwise, whose run is <paramref name="state"/>.</summary>
    public async Task<Asset> AddAsync(AssetState state, PlaybackPolicy policy = PlaybackPolicy.Public, string ownerId = EnsureFirstApiKey.FirstOwnerId, Visibility visibility = Visibility.Unlisted)
    {
        var plan = PlanOf(AssetIds.New());
        var isReady = state == AssetState.Ready;
        var asset = new Asset
        {
            Id = plan.AssetId,
            OwnerId = ownerId,
            Visibility = visibility,
            Title = "The sea",
            State = state,
            CreatedAt = Clock.GetUtcNow(),
            UpdatedAt = Clock.GetUtcNow(),
            PlaybackIds = [AssetIds.NewPlaybackId(policy)],
            Source = plan.Source,
            Generation = 1,
            WorkflowId = "process-1",
            RunId = plan.RunId,
            PublishedRunId = isReady ? plan.RunId : null,
            Revision = isReady ? 1 : 0,
            DurationSeconds = isReady ? 8 : null,
        };
        asset = isReady ? asset with { Pictures = PresentationOf(new RunPaths(asset.Id, plan.RunId)).Pictures } : asset;
        Assert.True(await Get<IAssetStore>().AddAsync(asset, default));
        var paths = new RunPaths(asset.Id, plan.RunId);
        await WriteAsync(paths.Plan, plan);
        if (isReady)
        {
            await WriteAsync(paths.Presentation, PresentationOf(paths));
        }

        return asset;
    }

    public Task ProgressAsync(Asset asset, string item, string rendition, int timescale, int segments) => WriteAsync(
        new RunPaths(asset.Id, asset.RunId!).Progress(item),
        new ItemProgress
        {
            ItemId = item,
            HeartbeatAt = Clock.GetUtcNow(),
            Fraction = 0.5,
            FirstSegmentAt = Clock.GetUtcNow(),
            Outputs = [OutputOf(rendition, timescale, segments)],
        });

    public Task DoneAsync(Asset asset, string item, string rendition, int timescale, int segments) => WriteAsync(
        new RunPaths(asset.Id, asset.RunId!).Marker(item),
        new ItemMarker { ItemId = item, FirstSegmentAt = Clock.GetUtcNow(), Outputs = [OutputOf(rendition, timescale, segments)] });

    public async Task<(int Status, string Body, IHeaderDictionary Headers)> GetAsync(Task<IResult> result)
    {
        var context = new DefaultHttpContext { RequestServices = _services, TraceIdentifier = "req_1", Response = { Body = new MemoryStream() } };
        await (await result).ExecuteAsync(context);
        return (context.Response.StatusCode, Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()), context.Response.Headers);
    }

    public async Task<string> OwnersQueryAsync(Asset asset) =>
        $"?token={(await Get<PlaybackTokens>().PreviewAsync(asset.PlaybackIds[0].Id, default)).Token}";

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task WriteAsync<T>(BlobPath path, T document) =>
        Blobs.WriteAsync(path, JsonSerializer.SerializeToUtf8Bytes(document, DomainJson.Options), "application/json", default);

    private static RenditionOutput OutputOf(string rendition, int timescale, int segments) => new()
    {
        Rendition = rendition,
        Codecs = rendition == "360p" ? "avc1.4D401E" : "mp4a.40.2",
        InitHash = "00",
        Timescale = timescale,
        Segments = [.. Enumerable.Range(0, segments).Select(n => new SegmentFacts(n, n * 4L * timescale, 4L * timescale, 100, 50_000))],
    };

    private static Presentation PresentationOf(RunPaths paths) => new()
    {
        AssetId = paths.AssetId,
        RunId = paths.RunId,
        Complete = true,
        DurationSeconds = 8,
        TargetSegmentSeconds = 4,
        Video =
        [
            new PresentedVideo
            {
                Name = "360p",
                Codecs = "avc1.4D401E",
                Timescale = 12800,
                AverageBitrate = 100_000,
                PeakBitrate = 120_000,
                Width = 640,
                Height = 360,
                FrameRate = new Rational(25, 1),
                Segments =
                [
                    .. Enumerable.Range(0, 2).Select(n => new PresentedSegment(
                        paths.Segment(WorkItemKind.Video, "360p", n).Name,
                        paths.Init(WorkItemKind.Video, "360p").Name,
                        n * 51200L,
                        51200,
                        50_000)),
                ],
            },
        ],
        Audio = [],
        Poster = paths.Picture("poster.jpg").Name,
        Storyboard = new PresentedStoryboard([paths.Picture("storyboard/000000.jpg").Name], 2, 4, 160, 90, 10, 1),
        Preview = new PresentedPreview(paths.Picture("preview.mp4").Name, paths.Picture("preview.webp").Name),
    };

    private static TranscodePlan PlanOf(string assetId) => new()
    {
        AssetId = assetId,
        Generation = 1,
        Source = new SourceFile("uploads", $"{assetId}/upload_1", "0x1", 1000, "sea.mp4"),
        Info = new SourceInfo { Container = "mov", DurationSeconds = 16, Bytes = 1000 },
        Grid = new OutputGrid(new Rational(25, 1), 12800, 512, 50, 100) { TotalFrames = 400 },
        Video = [new VideoRendition("360p", "h264", 640, 360, 23, 1_000_000, 2_000_000, "veryfast", "main")],
        Audio = [new AudioRendition("und-128k", "aac", 1, 2, 48000, 128_000, "und")],
        Chunks = [new Chunk(0, 0, null)],
        Items =
        [
            new WorkItemSpec("head", WorkItemKind.HeadStart, WorkPriority.High, 0, 1, ["360p"], 1, 200),
            new WorkItemSpec("audio", WorkItemKind.Audio, WorkPriority.High, 0, 1, ["und-128k"], 1),
            new WorkItemSpec("video-c0", WorkItemKind.Video, WorkPriority.Normal, 0, 1, ["360p"], 10),
        ],
    };

    private sealed class ListedQueue : ITranscodeQueue, IQueueFacts
    {
        public List<WorkItem> Items { get; } = [];

        public Task EnqueueAsync(WorkItem item, WorkPriority priority, CancellationToken ct)
        {
            Items.Add(item);
            return Task.CompletedTask;
        }

        public Task<IReadOnlyList<QueueFacts>> ReadAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<QueueFacts>>([]);

        public Task<int> LengthAsync(WorkPriority priority, CancellationToken ct) => Task.FromResult(Items.Count);
    }

    /// <summary>Signs for the hour, as the edge does for its bucket.</summary>
    private sealed class BucketSigner(TimeProvider clock) : IPlaybackUrlSigner
    {
        public Task<SignedFolder> SignAsync(string folder, CancellationToken ct)
        {
            var hour = clock.GetUtcNow().ToUnixTimeSeconds() / 3600;
            var expires = DateTimeOffset.FromUnixTimeSeconds((hour + 12) * 3600);
            return Task.FromResult(new SignedFolder(new Uri("http://localhost:7071/media/"), $"e={expires.ToUnixTimeSeconds()}&s=sig", expires));
        }
    }
}
