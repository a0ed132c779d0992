using System.Diagnostics.Metrics;

namespace StreamPlatform.Azure.Cosmos;

/// <summary>What Cosmos DB charges: the histogram <c>streamplatform.cosmos.request_charge</c>, in request units, by operation and container.</summary>
internal sealed class CosmosMetrics : IDisposable
{
    public const string MeterName = "StreamPlatform.Azure";
    public const string RequestCharge = "streamplatform.cosmos.request_charge";

    private readonly Meter _meter;
    private readonly Histogram<double> _charge;

    public CosmosMetrics()
    {
        _meter = new Meter(new MeterOptions(MeterName) { Scope = this });
        _charge = _meter.CreateHistogram<double>(RequestCharge, "{request_unit}", "Request units a call was charged.");
    }

    public void Record(string operation, string container, double charge) => _charge.Record(
        charge,
        new KeyValuePair<string, object?>("operation", operation),
        new KeyValuePair<string, object?>("container", container));

    public void Dispose() => _meter.Dispose();
}
