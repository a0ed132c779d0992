using System.Text.RegularExpressions;
using StreamPlatform.Azure.Accounts;
using StreamPlatform.Azure.Catalog;
using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Azure.Stores;
using StreamPlatform.Azure.Uploads;
using StreamPlatform.Azure.Webhooks;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Azure.Tests.Cosmos;

public sealed partial class ContainersTests
{
    [SkippableFact]
    public void The_infrastructure_makes_the_containers_that_the_stores_use()
    {
        var file = Path.Combine(Repository.Root, "infra", "app", "cosmos.bicep");
        Skip.IfNot(File.Exists(file), "The infrastructure is not in this tree.");

        var made = Made().Matches(File.ReadAllText(file)).Select(match => (
            Name: match.Groups["name"].Value,
            Key: match.Groups["key"].Value,
            Queried: bool.Parse(match.Groups["queried"].Value),
            Expire: bool.Parse(match.Groups["ttl"].Value)));

        Assert.Equal(
            CosmosContainers.All.Select(each => (each.Name, each.PartitionKeyPath, each.QueriedPaths.Count > 0, each.ItemsExpire)),
            made);
    }

    public static TheoryData<string, string> Queries => new()
    {
        { CosmosContainers.OwnerAssets.Name, OwnerListing.Query },
        { CosmosContainers.Uploads.Name, $"{CosmosUploadStore.ListQuery} {CosmosUploadStore.AssetQuery} {CosmosUploadStore.DueQuery}" },
        { CosmosContainers.Usage.Name, UsageSum.Query },
        { CosmosContainers.Documents[DocumentContainer.Social].Name, $"{CosmosDocuments.NewestQuery} {CosmosDocuments.OldestQuery} {CosmosDocuments.ScanQuery}" },
        { CosmosContainers.Webhooks.Name, $"{CosmosWebhookStore.ListQuery} {CosmosWebhookStore.DeliveriesQuery}" },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public void What_queries_filter_and_sort_by_is_indexed_and_nothing_else(string container, string queries)
    {
        var members = queries.Split("SELECT")
            .SelectMany(query => Member().Matches(query[Math.Max(0, query.IndexOf("WHERE", StringComparison.Ordinal))..]))
            .Select(match => match.Groups["name"].Value)
            .Where(name => name != "id"); // it always is

        Assert.Equal(
            members.Distinct().Select(name => $"/{name}/?").Order(),
            CosmosContainers.All.Single(each => each.Name == container).QueriedPaths.Order());
    }

    [GeneratedRegex(@"\{ name: '(?<name>\w+)', partitionKey: '(?<key>[/\w]+)', queried: (?<queried>true|false), ttl: (?<ttl>true|false) \}")]
    private static partial Regex Made();

    [GeneratedRegex(@"\bc\.(?<name>\w+)")]
    private static partial Regex Member();
}
