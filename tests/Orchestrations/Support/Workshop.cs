using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Mail;
using StreamPlatform.Domain.Processing.Duplicates;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Processing.Requests;
using StreamPlatform.Domain.Processing.Runs;
using StreamPlatform.Domain.Processing.Watermarks;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Domain.Tests;
using StreamPlatform.Domain.Tests.Uploads.Imports;
using StreamPlatform.Domain.Tests.Webhooks;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Domain.Uploads.Imports;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Functions;
using StreamPlatform.Functions.Processing;
using StreamPlatform.Local.Durable;
using StreamPlatform.Local.Model;
using StreamPlatform.Local.Stores;
using StreamPlatform.Tests;

namespace StreamPlatform.Orchestrations.Tests.Support;

/// <summary>
/// The real workflows and use cases on the real engine and stores; only media, jobs and blobs are small fakes. Waits are
/// parts of a second, so that sweeps and erasures can be watched.
/// </summary>
internal sealed class Workshop : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("workshop-").FullName;
    private readonly ServiceProvider _services;

    private Workshop(double lifetimeSeconds, double approvalSeconds, bool probeInJobs, double trashSeconds)
    {
        Engine = new DurableEngineFixture();
        Blobs = new MemoryBlobs(TimeProvider.System);
        Jobs = new FakeJobs(Blobs, MarkerAppearedAsync);
        var settings = new Dictionary<string, string?>
        {
            ["Processing:ProbeInJobs"] = probeInJobs.ToString(),
            ["Webhooks:PauseFactor"] = "0.0005",
            ["Trash:RetentionDays"] = (trashSeconds / 86400).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Processing:LeaseSeconds"] = "1",
            ["Processing:SweepSeconds"] = "0.2",
            ["Processing:RequeueSeconds"] = "0.5",
            ["Processing:ApprovalDays"] = (approvalSeconds / 86400).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Processing:SupersededLifetimeHours"] = (lifetimeSeconds / 3600).ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        var services = new ServiceCollection()
            .AddLogging()
            .AddLocalStores(_folder)
            .AddPlatform(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddLocalSigningKeys(_folder)
            .AddSingleton<IBlobStore>(Blobs)
            .AddSingleton<IUploadUrls>(Blobs)
            .AddSingleton<ITranscodeQueue>(Jobs)
            .AddSingleton<IEventPublisher>(Events)
            .AddSingleton<ITelemetryStream>(new RecordingStream())
            .AddSingleton<IWebhookSender>(Sender)
            .AddSingleton<IRemoteFiles>(Remote)
            .AddSingleton<IMediaProber>(Media)
            .AddSingleton(new ProbeOptions())
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IMailer>(new NoLetters())
            .AddSingleton<ITranscodePlanner>(Media)
            .AddSingleton<IWatermarkReader>(Media)
            .AddSingleton<IExtensionPlanner>(Media)
            .AddSingleton<IPackager>(Media);
        _services = services.BuildServiceProvider();
        Register(typeof(Orchestrations.Processing.ProcessAssetOrchestrator).Assembly);
    }

    public DurableEngineFixture Engine { get; }
    public MemoryBlobs Blobs { get; }
    public RecordingEvents Events { get; } = new();
    public FakeSender Sender { get; } = new(TimeProvider.System);
    public FakeRemoteFiles Remote { get; } = new();
    public FakeJobs Jobs { get; }
    public FakeMedia Media { get; } = new();
    public string Owner { get; } = OpaqueId.New("user");

    /// <param name="lifetimeSeconds">How long what a published run no longer needs stays.</param>
    /// <param name="approvalSeconds">How long an owner is waited for.</param>
    /// <param name="probeInJobs">Originals are looked into by jobs.</param>
    /// <param name="trashSeconds">How long what is in the trash can be restored.</param>
    public static async Task<Workshop> OpenAsync(double lifetimeSeconds = 3600, double approvalSeconds = 3600, bool probeInJobs = false, double trashSeconds = 3600)
    {
        var workshop = new Workshop(lifetimeSeconds, approvalSeconds, probeInJobs, trashSeconds);
        await workshop.Engine.StartAsync();
        return workshop;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A creator's file arrives whole and its event with it; the asset's id.</summary>
    public async Task<string> UploadAsync(string? assetId = null, EncodingChoice? encoding = null, DuplicateChoice onDuplicate = DuplicateChoice.Keep)
    {
        var opened = await Get<CreateUpload>().ExecuteAsync(Owner, new NewUpload("sea.mp4", 1000, AssetId: assetId, Encoding: encoding, OnDuplicate: onDuplicate), default);
        var upload = opened.Value.Upload;
        var facts = Blobs.Commit(upload.Blob, 1000);
        var outcome = await Get<CommitUpload>().ExecuteAsync(upload.AssetId, upload.Id, facts, default);
        var start = outcome.Start!;
        await Engine.Client.StartOnceAsync(Workflows.ProcessAsset, start.InstanceId, start.Run, default);
        return upload.AssetId;
    }

    public async Task<Asset> AssetAsync(string assetId) => (await Get<IAssetStore>().FindAsync(assetId, default))!.Value;

    public Task<Asset> WaitForStateAsync(string assetId, AssetState state) =>
        WaitForAsync(async () => await AssetAsync(assetId) is var asset && asset.State == state ? asset : null, $"{assetId} is {state}");

    public Task<Asset> WaitForRevisionAsync(string assetId, int revision) =>
        WaitForAsync(async () => await AssetAsync(assetId) is { State: AssetState.Ready } asset && asset.Revision == revision ? asset : null, $"{assetId} has revision {revision}");

    /// <summary>An upload whose run has queued everything and waits for <paramref name="item"/>.</summary>
    public async Task<Asset> UploadAndHoldAsync(string item)
    {
        Jobs.Hold.Add(item);
        var id = await UploadAsync();
        await WaitForAsync(() => Task.FromResult(Jobs.Queued.Any(queued => queued.Item.ItemId == "pictures") ? this : null), "all is queued");
        return await AssetAsync(id);
    }

    /// <summary>Waits until only blobs that <paramref name="expected"/> allows are left.</summary>
    public Task WaitForBlobsAsync(Func<BlobPath, bool> expected) =>
        WaitForAsync(
            () => Task.FromResult(Blobs.Paths.All(expected) ? this : null),
            "nothing is left over",
            () => string.Join('\n', Blobs.Paths.Where(path => !expected(path))));

    public static async Task<T> WaitForAsync<T>(Func<Task<T?>> look, string what, Func<string>? detail = null)
        where T : class
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            if (await look() is { } found)
            {
                return found;
            }

            await Task.Delay(20);
        }

        throw new TimeoutException($"Not within {Patience}: {what}. {detail?.Invoke()}");
    }

    public async Task CancelAsync(string assetId)
    {
        var (_, workflow, run) = (await Get<CancelAsset>().ExecuteAsync(Owner, assetId, default)).Value;
        await Engine.Client.StopRunAsync(assetId, workflow, run, 1, default);
    }

    /// <summary>The owner asks for a rendition; its workflow runs, but may not have begun.</summary>
    public async Task<ExtensionRun> AskAsync(string assetId, string rendition)
    {
        var asked = (await Get<AskedRenditions>().AskAsync(Owner, assetId, rendition, again: true, default)).Value;
        await Engine.Client.StartOnceAsync(Workflows.ExtendAsset, asked.Start!.InstanceId, asked.Start, default);
        return asked.Start;
    }

    public Task<Asset> WaitForExtensionAsync(string assetId, ExtensionState state) => WaitForAsync(
        async () => await AssetAsync(assetId) is var asset && asset.Extension?.State == state ? asset : null, $"the extension of {assetId} is {state}");

    /// <summary>A rendition is asked for whose only item waits.</summary>
    public async Task<(Asset Asset, ExtensionRun Run)> AskAndHoldAsync(string assetId, string rendition)
    {
        Jobs.Hold.Add("extra-c0");
        var run = await AskAsync(assetId, rendition);
        await WaitForAsync(() => Task.FromResult(Jobs.Queued.Any(queued => queued.Item.ItemId == "extra-c0") ? this : null), "the item is queued");
        return (await AssetAsync(assetId), run);
    }

    /// <param name="tell">False when the event to the workflow is lost.</param>
    public async Task<Result<Asset>> ApproveAsync(string assetId, bool tell = true)
    {
        var approved = await Get<ApproveAsset>().ExecuteAsync(Owner, assetId, default);
        if (tell && approved.Succeeded)
        {
            await Engine.Client.TryRaiseAsync(approved.Value.WorkflowId!, Workflows.Approved, "approved", default);
        }

        return approved;
    }

    public Task DeleteAsync(string assetId) => Engine.Client.StartOnceAsync(
        Workflows.EraseAsset, Workflows.EraseAssetId(assetId), new AssetErasure(assetId), default);

    public async Task ReprocessAsync(string assetId)
    {
        var start = (await Get<ReprocessAsset>().CheckAsync(Owner, assetId, default)).Value;
        await Engine.Client.StartOnceAsync(Workflows.ProcessAsset, start.InstanceId, start.Run, default);
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task MarkerAppearedAsync(BlobPath marker)
    {
        var parts = marker.Name.Split('/');
        var news = await Get<NoteMarker>().ExecuteAsync(parts[0], parts[1], Path.GetFileNameWithoutExtension(parts[2]), default);
        if (news is not null)
        {
            await Engine.Client.TryRaiseAsync(news.WorkflowId, Workflows.ItemFinished, news.End, default);
        }
    }

    private void Register(Assembly assembly)
    {
        var functions =
            from type in assembly.GetTypes()
            from method in type.GetMethods()
            let function = method.GetCustomAttribute<FunctionAttribute>()
            where function is not null
            select (type, method, function.Name);
        foreach (var (type, method, name) in functions)
        {
            var input = method.GetParameters()[0];
            if (input.GetCustomAttribute<OrchestrationTriggerAttribute>() is not null)
            {
                Engine.Orchestrator(name, context => (Task)method.Invoke(null, [context])!);
            }
            else
            {
                Engine.Activity(name, (invocation, stopping) => RunAsync(type, method, invocation, stopping));
            }
        }
    }

    private async Task<object?> RunAsync(Type type, MethodInfo method, ActivityInvocation invocation, CancellationToken stopping)
    {
        var instance = ActivatorUtilities.CreateInstance(_services, type);
        var input = invocation.GetInput(method.GetParameters()[0].ParameterType);
        var task = (Task)method.Invoke(instance, [input, new Invocation(_services, stopping)])!;
        await task;
        return method.ReturnType.IsGenericType ? ((dynamic)task).GetAwaiter().GetResult() : null;
    }

    private sealed class NoLetters : IMailer
    {
        public Task SendAsync(Letter letter, CancellationToken ct) => Task.CompletedTask;
    }
}
