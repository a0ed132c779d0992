using System.Globalization;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Telemetry.Archive;

namespace StreamPlatform.Infra.Tests.Policies;

/// <summary>Bicep names what the code names, and keeps what must not be lost.</summary>
public sealed class StorageTests
{
    /// <summary>Event Grid's own; no code of ours reads it.</summary>
    private const string DeadLetters = "dead-letters";

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Accounts_have_the_containers_that_code_names_and_media_its_own(string size)
    {
        var deployment = Deployment.Of(size);
        Assert.Equal([Containers.Media], Names(deployment, deployment.Media, ContainerType));
        Assert.Equal(Containers.All.Except([Containers.Media]).Append(DeadLetters).Order(), Names(deployment, deployment.Content, ContainerType).Order());
    }

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void The_content_account_has_the_queues_with_their_poison_queues(string size)
    {
        var deployment = Deployment.Of(size);
        Assert.Equal(
            WorkQueues.ByPriority.Concat(WorkQueues.ByPriority.Select(WorkQueues.PoisonOf)).Order(),
            Names(deployment, deployment.Content, "Microsoft.Storage/storageAccounts/queueServices/queues").Order());
    }

    /// <summary>A signature opens a folder only where there are directories; where there are, Azure keeps no versions.</summary>
    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Media_has_directories_and_content_has_versions(string size)
    {
        var deployment = Deployment.Of(size);
        Assert.True(deployment.Media.Flag("properties", "isHnsEnabled"));
        Assert.Null(deployment.Content.At("properties", "isHnsEnabled"));
        Assert.True(BlobService(deployment, deployment.Content).Flag("properties", "isVersioningEnabled"));
        Assert.Equal("30", BlobService(deployment, deployment.Content).Text("properties", "changeFeed", "retentionInDays"));
        Assert.Null(BlobService(deployment, deployment.Media).At("properties", "isVersioningEnabled"));
    }

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void What_is_deleted_can_be_had_back_for_thirty_days(string size)
    {
        var deployment = Deployment.Of(size);
        Assert.All(deployment.OfType("Microsoft.Storage/storageAccounts/blobServices"), service =>
        {
            Assert.Equal("30", service.Text("properties", "deleteRetentionPolicy", "days"));
            Assert.Equal("30", service.Text("properties", "containerDeleteRetentionPolicy", "days"));
        });
        Assert.Equal("Continuous30Days", deployment.Single("Microsoft.DocumentDB/databaseAccounts").Text("properties", "backupPolicy", "continuousModeProperties", "tier"));
    }

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Media_never_go_where_they_can_not_be_played_from(string size)
    {
        var deployment = Deployment.Of(size);
        var rules = deployment.OfType("Microsoft.Storage/storageAccounts/managementPolicies").SelectMany(policy => policy.At("properties", "policy", "rules")!.AsArray()).ToList();
        var tiers = rules.Where(rule => rule!["definition"]!["actions"]!["baseBlob"] is not null)
            .ToDictionary(rule => rule!["definition"]!["filters"]!["prefixMatch"]![0]!.ToString(), rule => rule!["definition"]!["actions"]!["baseBlob"]!);
        Assert.True(tiers.Remove($"{DeadLetters}/", out var dead) && dead["delete"] is not null);
        Assert.True(tiers.Remove($"{Containers.TelemetryRaw}/", out var raw));
        Assert.Equal(TelemetryArchive.Kept.TotalDays.ToString(CultureInfo.InvariantCulture), raw["delete"]!["daysAfterCreationGreaterThan"]!.ToString());
        // What only a recount needs while it lasts, or has been read.
        foreach (var brief in new[] { Containers.TelemetryRecount, Containers.DeliveryLogs })
            Assert.True(tiers.Remove($"{brief}/", out var goes) && goes["delete"] is not null);
        Assert.Equal(["media/", "uploads/"], tiers.Keys.Order());
        Assert.Null(tiers["media/"]["tierToArchive"]);
        // The archive is not for accounts whose copies are in several zones.
        Assert.Equal(!deployment.Content.Text("sku", "name")!.Contains("ZRS", StringComparison.Ordinal), tiers["uploads/"]["tierToArchive"] is not null);
        // What policy deletes are old versions; what is current, code deletes.
        Assert.All(tiers.Values, tier => Assert.Null(tier["delete"]));
    }

    private const string ContainerType = "Microsoft.Storage/storageAccounts/blobServices/containers";

    private static Resource BlobService(Deployment deployment, Resource account) =>
        deployment.OfType("Microsoft.Storage/storageAccounts/blobServices").Single(service => service.Name == $"{account.Name}/default");

    /// <summary>What stands behind the account in the names of a type.</summary>
    private static IEnumerable<string> Names(Deployment deployment, Resource account, string type)
    {
        var prefix = $"{account.Name}/default/";
        return deployment.OfType(type).Where(resource => resource.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(resource => resource.Name[prefix.Length..]);
    }
}
