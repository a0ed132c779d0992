using Microsoft.Azure.Cosmos;
using StreamPlatform.Azure.Identity;
using StreamPlatform.Domain;

namespace StreamPlatform.Azure.Cosmos;

/// <summary>Makes the one client of a process, with every policy set on purpose.</summary>
internal static class CosmosClients
{
    /// <summary>
    /// Throttled requests are tried again this often, at most <see cref="ThrottledWait"/> in all; then they fail, so that
    /// callers who would time out anyway don't add to the queue.
    /// </summary>
    private const int ThrottledAttempts = 6;

    private static readonly TimeSpan ThrottledWait = TimeSpan.FromSeconds(5);

    /// <summary>One request on the wire, in direct mode; the SDK takes no less. <see cref="CosmosContainer"/> bounds the operation.</summary>
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(5);

    public static CosmosClient Create(CosmosSettings settings) =>
        new(settings.Endpoint.AbsoluteUri, AzureCredentials.For(settings.ClientId), Direct(Options(settings.PreferredRegions)));

    /// <summary>The policies that hold for every way to connect.</summary>
    /// <param name="preferredRegions">Nearest first; none for the account's own order.</param>
    public static CosmosClientOptions Options(IReadOnlyList<string> preferredRegions) => new()
    {
        ApplicationName = "StreamPlatform",
        ApplicationPreferredRegions = preferredRegions.Count > 0 ? preferredRegions : null,
        RequestTimeout = RequestTimeout,
        MaxRetryAttemptsOnRateLimitedRequests = ThrottledAttempts,
        MaxRetryWaitTimeOnRateLimitedRequests = ThrottledWait,
        UseSystemTextJsonSerializerWithOptions = DomainJson.Options,
        CosmosClientTelemetryOptions = new CosmosClientTelemetryOptions
        {
            DisableDistributedTracing = false,
            // Text alone: parameters carry the ids of owners.
            QueryTextMode = QueryTextMode.ParameterizedOnly,
        },
    };

    /// <summary>Over TCP to the replicas themselves, a hop less than by the gateway.</summary>
    public static CosmosClientOptions Direct(CosmosClientOptions options)
    {
        options.ConnectionMode = ConnectionMode.Direct;
        options.OpenTcpConnectionTimeout = TimeSpan.FromSeconds(3);
        options.IdleTcpConnectionTimeout = TimeSpan.FromMinutes(20);
        return options;
    }
}
