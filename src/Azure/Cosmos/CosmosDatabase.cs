using Microsoft.Azure.Cosmos;

namespace StreamPlatform.Azure.Cosmos;

/// <summary>The containers of the platform's database, over the one client of the process.</summary>
internal sealed class CosmosDatabase(CosmosClient client, string database, CosmosMetrics metrics, TimeProvider clock)
{
    public TimeProvider Clock { get; } = clock;

    public CosmosContainer Container(ContainerDefinition definition) =>
        new(client.GetContainer(database, definition.Name), metrics, Clock);
}
