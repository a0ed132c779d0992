using System.Diagnostics.Metrics;

namespace StreamPlatform.Domain.Operations.Metrics;

/// <summary>
/// What the platform counts and times. Names are as OpenTelemetry has them; those without a prefix are the ones the platform
/// was designed with, and dashboards that know them go on working. Labels have few values: no ids.
/// </summary>
public static class PlatformMetrics
{
    /// <summary>All of the platform's meters.</summary>
    public const string AllMeters = "StreamPlatform.*";

    public const string MeterName = "StreamPlatform.Platform";

    /// <summary>From the upload's commit until something can be watched.</summary>
    public const string FirstPlayable = "first_playable";

    /// <summary>Joining what was made, proving that it plays, and switching to it.</summary>
    public const string Publish = "publish";

    /// <summary>From the upload's commit until all is published.</summary>
    public const string Total = "total";

    /// <summary>Nobody pays for more yet.</summary>
    private const string EveryTier = "standard";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Counter<long> Uploads = Meter.CreateCounter<long>("video_uploads", "{upload}", "Originals that were accepted, by resolution and their owner's tier.");

    private static readonly Histogram<double> Processing = Meter.CreateHistogram(
        "video_processing_duration", "s", "How long a stage of processing took, by resolution and stage.", advice: Buckets(0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 10800));

    private static readonly Counter<long> Failures = Meter.CreateCounter<long>("streamplatform.asset.failures", "{asset}", "Assets that could not be processed, by code.");

    private static readonly Counter<long> Published = Meter.CreateCounter<long>("streamplatform.asset.publications", "{asset}", "Revisions that were published.");

    private static readonly Counter<long> Items = Meter.CreateCounter<long>("streamplatform.job.items", "{item}", "Work items that have ended, by kind and code; of those that were made the code is none.");

    private static readonly Histogram<double> Realtime = Meter.CreateHistogram(
        "streamplatform.transcode.realtime_factor", "{factor}", "Seconds of the title for each second a job worked on it, by kind.", advice: Buckets(0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64));

    private static readonly Histogram<double> StartTime = Meter.CreateHistogram(
        "video_start_time", "s", "From the attempt to the first picture, as players tell it, by country, device and resolution.", advice: Buckets(0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8, 12, 20, 60));

    private static readonly Counter<long> Drifts = Meter.CreateCounter<long>(
        "streamplatform.telemetry.drift", "{window}", "Windows of aggregates that were not what the archive says, by what was wrong.");

    private static readonly Counter<long> Recounts = Meter.CreateCounter<long>("streamplatform.telemetry.recounts", "{day}", "Days that were counted again from the archive.");

    /// <summary>A day of telemetry was counted again.</summary>
    /// <param name="missing">Windows that weren't there.</param>
    /// <param name="foreign">Windows that nothing belonged into.</param>
    /// <param name="different">Windows that told something else.</param>
    public static void Recounted(long missing, long foreign, long different)
    {
        Recounts.Add(1);
        foreach (var (kind, windows) in new[] { ("missing", missing), ("foreign", foreign), ("different", different) })
        {
            Drifts.Add(windows, new KeyValuePair<string, object?>("kind", kind));
        }
    }

    /// <summary>An original was accepted and planned.</summary>
    /// <param name="height">Lines of its picture; null of sound alone.</param>
    public static void Uploaded(int? height) => Uploads.Add(1, new("resolution", Resolution(height)), new("user_tier", EveryTier));

    /// <summary>A player told how long its start took. One that tells twice counts twice, unlike in what is analysed later.</summary>
    /// <param name="country">Two letters, or <c>ZZ</c>.</param>
    /// <param name="device">In one word.</param>
    /// <param name="height">Lines of the picture that it began with; null where it didn't say.</param>
    public static void Started(string country, string device, int? height, int startupMs) =>
        StartTime.Record(startupMs / 1000.0, new("region", country), new("device_type", device), new("resolution", height is null ? "unknown" : Resolution(height)));

    /// <summary>A stage of processing is over.</summary>
    /// <param name="stage">One of this class's, or the kind of a work item.</param>
    /// <param name="height">Lines of the original's picture; null of sound alone.</param>
    public static void StageTook(string stage, int? height, TimeSpan took)
    {
        if (took >= TimeSpan.Zero)
        {
            Processing.Record(took.TotalSeconds, new("resolution", Resolution(height)), new("processing_stage", stage));
        }
    }

    public static void AssetFailed(string code) => Failures.Add(1, new KeyValuePair<string, object?>("code", code));

    public static void AssetPublished() => Published.Add(1);

    /// <summary>A work item has ended.</summary>
    /// <param name="kind">In one word.</param>
    /// <param name="code">Why it failed; null when it is done.</param>
    /// <param name="titleSeconds">How much of the title it is about; null when that says nothing.</param>
    /// <param name="workedSeconds">How long its job worked.</param>
    public static void ItemEnded(string kind, string? code, double? titleSeconds, double workedSeconds)
    {
        Items.Add(1, new("kind", kind), new("code", code ?? "none"));
        if (code is null && titleSeconds is > 0 && workedSeconds > 0)
        {
            Realtime.Record(titleSeconds.Value / workedSeconds, new KeyValuePair<string, object?>("kind", kind));
        }
    }

    /// <summary>The rung that a picture is nearest to, as a label.</summary>
    internal static string Resolution(int? height) => height switch
    {
        null or <= 0 => "audio",
        <= 240 => "240p",
        <= 360 => "360p",
        <= 480 => "480p",
        <= 720 => "720p",
        <= 1080 => "1080p",
        <= 1440 => "1440p",
        _ => "2160p",
    };

    private static InstrumentAdvice<double> Buckets(params double[] bounds) => new() { HistogramBucketBoundaries = bounds };
}
