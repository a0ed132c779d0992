using System.Runtime.InteropServices;
using StreamPlatform.Media.Tools;
using StreamPlatform.Storage;
using StreamPlatform.Transcoder;

// One item a run: no host, no container, nothing that would start before the first request to the queue.
using var stop = new CancellationTokenSource();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);

var media = MediaOptions.Read(name => Environment.GetEnvironmentVariable(name.Replace(":", "__", StringComparison.Ordinal)));
var storage = PlatformStorage.Create(StorageSettings.FromEnvironment());
using var lease = LeaseFile.Open(Environment.GetEnvironmentVariable(LeaseFile.Setting));
if (await storage.Receiver.ReceiveAsync(Timings.Visibility, stop.Token) is not { } received)
    return (int)ExitCode.NothingToDo;

using var scratch = Scratch.Open(media.ScratchFolder);
var job = new Job(storage.Blobs, media, scratch, TimeProvider.System, new LineLogger(Console.Error, TimeProvider.System));
return (int)await job.RunAsync(new HeldQueueItem(received, lease), stop.Token);

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
