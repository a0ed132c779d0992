using System.Text.RegularExpressions;
using StreamPlatform.Azure.Cosmos;

namespace StreamPlatform.Azure.Tests.Cosmos;

public sealed partial class ContainersTests
{
    [SkippableFact]
    public void The_infrastructure_makes_the_containers_that_the_stores_use()
    {
        var file = Path.Combine(Root(), "infra", "app", "cosmos.bicep");
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

    [Theory]
    [InlineData("sortKey", "ownerAssets")]
    [InlineData("sortKey", "uploads")]
    [InlineData("assetId", "uploads")]
    [InlineData("sweepAt", "uploads")]
    [InlineData("expiresAt", "usage")]
    [InlineData("month", "usage")]
    public void What_queries_look_at_is_indexed(string member, string container) =>
        Assert.Contains($"/{member}/?", CosmosContainers.All.Single(each => each.Name == container).QueriedPaths);

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "StreamPlatform.sln")))
                return folder.FullName;
        throw new InvalidOperationException("StreamPlatform.sln was not found above the test's folder.");
    }

    [GeneratedRegex(@"\{ name: '(?<name>\w+)', partitionKey: '(?<key>[/\w]+)', queried: (?<queried>true|false), ttl: (?<ttl>true|false) \}")]
    private static partial Regex Made();
}
