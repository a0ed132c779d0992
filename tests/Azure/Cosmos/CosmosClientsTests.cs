using Microsoft.Azure.Cosmos;
using StreamPlatform.Azure.Cosmos;

namespace StreamPlatform.Azure.Tests.Cosmos;

public sealed class CosmosClientsTests
{
    [Fact]
    public void The_client_connects_directly_and_gives_up_in_bounded_time()
    {
        var settings = new CosmosSettings
        {
            Endpoint = new Uri(Fake.FakeCosmos.Endpoint),
            Database = "streamplatform",
            PreferredRegions = ["West Europe", "North Europe"],
            ClientId = "11111111-2222-3333-4444-555555555555",
        };
        using var client = CosmosClients.Create(settings);

        var options = client.ClientOptions;
        Assert.Equal(ConnectionMode.Direct, options.ConnectionMode);
        Assert.Equal(["West Europe", "North Europe"], options.ApplicationPreferredRegions);
        Assert.InRange(options.MaxRetryWaitTimeOnRateLimitedRequests!.Value, TimeSpan.FromSeconds(1), CosmosContainer.OperationTimeout);
        Assert.InRange(options.MaxRetryAttemptsOnRateLimitedRequests!.Value, 1, 9);
        Assert.InRange(options.RequestTimeout, TimeSpan.FromSeconds(1), CosmosContainer.OperationTimeout);
        Assert.False(options.CosmosClientTelemetryOptions.DisableDistributedTracing);
        Assert.False(options.AllowBulkExecution);
    }
}
