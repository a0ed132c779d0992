using System.Runtime.InteropServices;
using StreamPlatform.Domain.Operations.Tracing;
using StreamPlatform.Media.Tools;
using StreamPlatform.Storage;
using StreamPlatform.Transcoder;

// One item a run, and what a look leads to: no host, no container, nothing that would start before the first request to the queue.
using var stop = new CancellationTokenSource();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);

var media = MediaOptions.Read(name => Environment.GetEnvironmentVariable(name.Replace(":", "__", StringComparison.Ordinal)));
var storage = PlatformStorage.Create(StorageSettings.FromEnvironment());
using var lease = LeaseFile.Open(Environment.GetEnvironmentVariable(LeaseFile.Setting));
using var spans = SpanFile.Open(Environment.GetEnvironmentVariable(SpanFile.Setting));
using var telemetry = JobTelemetry.Start();
var logger = new LineLogger(Console.Error, TimeProvider.System);
Scratch? scratch = null;
try
{
    return (int)await new Shift(WorkAsync, ReceiveAsync, TimeSpan.FromSeconds(media.LingerSeconds), TimeProvider.System).WorkAsync(stop.Token);
}
finally
{
    scratch?.Dispose();
}

async Task<ExitCode> WorkAsync(IHeldItem held, CancellationToken ct)
{
    using var span = PlatformTraces.Process("transcode", held.Item.TraceParent, held.Item.AssetId)
        ?.SetTag(SpanTags.RunId, held.Item.RunId).SetTag(SpanTags.ItemId, held.Item.ItemId).SetTag(SpanTags.Deliveries, held.DequeueCount);
    var exit = await new Job(storage.Blobs, media, scratch ??= Scratch.Open(media.ScratchFolder), TimeProvider.System, logger).RunAsync(held, ct);
    if (exit == ExitCode.Fault)
        span.Fail("transcode.fault");
    return exit;
}

async Task<IHeldItem?> ReceiveAsync(CancellationToken ct) =>
    await storage.Receiver.ReceiveAsync(Timings.Visibility, ct) is { } received ? new HeldQueueItem(received, lease) : null;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
