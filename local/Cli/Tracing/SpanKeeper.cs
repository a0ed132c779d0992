using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using StreamPlatform.Domain.Operations.Tracing;
using StreamPlatform.Local.Host;

namespace StreamPlatform.Local.Cli.Tracing;

/// <summary>
/// Takes the spans of this process as they end, and those that jobs left in files, and keeps them. Never in anybody's way:
/// when they come faster than the disk takes them, some are dropped.
/// </summary>
internal sealed class SpanKeeper(DataFolder data, TraceOptions options, TimeProvider time) : BackgroundService
{
    private const int MaxBatch = 1000;

    /// <summary>How long a span may wait: about as long as somebody who has just seen a video published takes to ask.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Channel<SpanRecord> _spans = Channel.CreateBounded<SpanRecord>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Where jobs leave theirs.</summary>
    public static string JobFolder(string dataFolder) => Path.Combine(dataFolder, "traces", "jobs");

    /// <summary>What hands spans to this.</summary>
    public BaseProcessor<Activity> Processor => new Taker(_spans.Writer);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var store = await TraceStore.OpenAsync(data.Traces, options.KeepSpans, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await KeepAsync(store);
        }
    }

    private async Task KeepAsync(TraceStore store)
    {
        var batch = new List<SpanRecord>();
        while (batch.Count < MaxBatch && _spans.Reader.TryRead(out var span))
        {
            batch.Add(span);
        }

        var files = JobSpans.Take(JobFolder(data.Root), batch);
        if (batch.Count > 0)
        {
            await store.AddAsync(batch);
        }

        files.ForEach(File.Delete);
    }

    private sealed class Taker(ChannelWriter<SpanRecord> spans) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            if (data.Recorded && SpanFilter.IsWorthKeeping(data))
            {
                spans.TryWrite(SpanRecord.Of(data, "platform"));
            }
        }
    }
}
