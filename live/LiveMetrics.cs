using System.Diagnostics.Metrics;

namespace StreamPlatform.Live;

/// <summary>What a live node counts. Labels have few values: no ids.</summary>
internal static class LiveMetrics
{
    public const string MeterName = "StreamPlatform.Live";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Counter<long> Admissions = Meter.CreateCounter<long>("streamplatform.live.admissions", "{broadcast}", "Encoders that were let in.");

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>("streamplatform.live.refusals", "{connection}", "Connections that were sent away, by code.");

    private static readonly Counter<long> Ingested = Meter.CreateCounter<long>("streamplatform.live.ingested", "By", "Bytes of sound and pictures that encoders sent.");

    private static readonly Counter<long> Served = Meter.CreateCounter<long>("streamplatform.live.served", "By", "Bytes of parts and segments that were served.");

    private static readonly UpDownCounter<int> Waiting = Meter.CreateUpDownCounter<int>("streamplatform.live.waiting", "{request}", "Requests that are held until what they ask for is there.");

    public static void Admitted() => Admissions.Add(1);

    public static void Refused(string code) => Refusals.Add(1, new KeyValuePair<string, object?>("code", code));

    public static void Received(int bytes) => Ingested.Add(bytes);

    public static void Sent(long bytes) => Served.Add(bytes);

    public static void Held(int change) => Waiting.Add(change);

    /// <summary>Broadcasts that run, asked for when metrics are collected.</summary>
    public static void Watch(Func<int> running) => Meter.CreateObservableGauge("streamplatform.live.broadcasts", running, "{broadcast}", "Broadcasts that are on air.");
}
