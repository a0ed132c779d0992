using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Infra.Tests.Policies;

/// <summary>Bicep names what the code names, and keeps what must not be lost.</summary>
public sealed class StorageTests
{
    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void The_content_account_has_the_containers_that_code_names(string size) =>
        Assert.Equal(Containers.All.Order(), Names(size, "Microsoft.Storage/storageAccounts/blobServices/containers").Order());

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void And_the_queues_with_their_poison_queues(string size) =>
        Assert.Equal(
            WorkQueues.ByPriority.Concat(WorkQueues.ByPriority.Select(WorkQueues.PoisonOf)).Order(),
            Names(size, "Microsoft.Storage/storageAccounts/queueServices/queues").Order());

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Content_that_is_deleted_or_overwritten_can_be_had_back_for_thirty_days(string size)
    {
        var deployment = Deployment.Of(size);
        var service = deployment.OfType("Microsoft.Storage/storageAccounts/blobServices").Single(blobs => blobs.Name.StartsWith(deployment.Content.Name, StringComparison.Ordinal));
        Assert.True(service.Flag("properties", "isVersioningEnabled"));
        Assert.Equal("30", service.Text("properties", "deleteRetentionPolicy", "days"));
        Assert.Equal("30", service.Text("properties", "containerDeleteRetentionPolicy", "days"));
        Assert.Equal("30", service.Text("properties", "changeFeed", "retentionInDays"));
        Assert.Equal("Continuous30Days", deployment.Single("Microsoft.DocumentDB/databaseAccounts").Text("properties", "backupPolicy", "continuousModeProperties", "tier"));
    }

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Media_never_go_where_they_can_not_be_played_from(string size)
    {
        // The archive is not for accounts whose copies are in several zones.
        string[] expected = Deployment.Of(size).Content.Text("sku", "name")!.Contains("ZRS", StringComparison.Ordinal) ? [] : ["uploads/"];
        var rules = Deployment.Of(size).Single("Microsoft.Storage/storageAccounts/managementPolicies").At("properties", "policy", "rules")!.AsArray();
        var archived = rules.Where(rule => rule!["definition"]!["actions"]!["baseBlob"]?["tierToArchive"] is not null)
            .SelectMany(rule => rule!["definition"]!["filters"]!["prefixMatch"]!.AsArray()).Select(prefix => prefix!.ToString());
        Assert.Equal(expected, archived);
        // What policy deletes are old versions; what is current, code deletes.
        Assert.DoesNotContain(rules, rule => rule!["definition"]!["actions"]!["baseBlob"]?["delete"] is not null);
    }

    /// <summary>What stands behind the account in the names of a type.</summary>
    private static IEnumerable<string> Names(string size, string type)
    {
        var deployment = Deployment.Of(size);
        var prefix = $"{deployment.Content.Name}/default/";
        return deployment.OfType(type).Where(resource => resource.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(resource => resource.Name[prefix.Length..]);
    }
}
