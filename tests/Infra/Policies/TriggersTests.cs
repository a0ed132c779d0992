using System.Text.RegularExpressions;

namespace StreamPlatform.Infra.Tests.Policies;

/// <summary>What starts a function exists: the resource, the role to read it, and the setting that its attribute names.</summary>
public sealed partial class TriggersTests
{
    /// <summary>Triggers that need nothing of their own: the host keeps a timer's lease in its storage, Durable Functions has the task hub.</summary>
    private static readonly string[] OfTheHost = ["Http", "Timer", "Orchestration", "Activity", "Entity"];

    private static readonly IReadOnlyList<Trigger> Triggers =
    [
        .. Checkout.Sources.Where(source => source.Path.StartsWith("functions", StringComparison.Ordinal) || source.Path.StartsWith("orchestrations", StringComparison.Ordinal))
            .SelectMany(source => Attribute().Matches(source.Text).Select(match => new Trigger(
                source.Path, match.Groups["kind"].Value, match.Groups["name"].Value, match.Groups["second"].Value, match.Groups["rest"].Value))),
    ];

    [Fact]
    public void The_sources_are_understood()
    {
        Assert.True(Triggers.Count(trigger => trigger.Kind == "Http") > 20);
        Assert.Contains(Triggers, trigger => trigger is { Kind: "Blob", Name: "uploads/{assetId}/{uploadId}" });
        // Each attribute that looks like a trigger is one that the pattern took apart.
        Assert.Equal(
            Checkout.Sources.Where(source => source.Path.StartsWith("functions", StringComparison.Ordinal) || source.Path.StartsWith("orchestrations", StringComparison.Ordinal))
                .Sum(source => AnyAttribute().Count(source.Text)),
            Triggers.Count);
    }

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Every_trigger_has_its_resource(string size)
    {
        var deployment = Deployment.Of(size);
        Assert.All(Triggers, trigger => Assert.True(HasResource(deployment, trigger), $"{trigger.File}: nothing in infra/ stands behind {trigger.Kind}Trigger {trigger.Name} {trigger.Second}."));
    }

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Every_trigger_has_its_connection(string size)
    {
        var settings = Deployment.Of(size).AppSettings;
        Assert.All(Triggers.Where(trigger => !OfTheHost.Contains(trigger.Kind)), trigger =>
        {
            var connection = Connection().Match(trigger.Rest).Groups["name"].Value;
            var service = trigger.Kind switch
            {
                "Blob" => "blobServiceUri",
                "Queue" => "queueServiceUri",
                "CosmosDB" => "accountEndpoint",
                _ => "fullyQualifiedNamespace",
            };
            Assert.Contains($"{connection}__{service}", settings.Keys);
            Assert.Contains($"{connection}__clientId", settings.Keys);
        });
    }

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Every_trigger_may_read_what_starts_it(string size)
    {
        var deployment = Deployment.Of(size);
        Assert.All(Triggers.Where(trigger => !OfTheHost.Contains(trigger.Kind)), trigger =>
        {
            // A kind that is new here fails until its role is written down.
            (string Role, Func<string, bool> IsScope) needed = trigger.Kind switch
            {
                "Blob" => ("b7e6dc6d-f1e8-4753-8033-0f276bb0955b", scope => scope == deployment.Content.Id),
                "Queue" => ("974c5e8b-45b9-4653-ba55-5f855dd0fb88", scope => scope == deployment.Content.Id),
                // A role on the topic would not do: the trigger reads its subscription.
                "ServiceBus" => ("4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0", scope => scope.EndsWith($"/topics/{trigger.Name}/subscriptions/{trigger.Second}", StringComparison.Ordinal)),
                "EventHub" => ("a638d3c7-ab3a-418d-83e6-5f17a39d4fde", scope => scope.EndsWith($"/eventhubs/{trigger.Name}", StringComparison.Ordinal)),
                _ => throw new NotSupportedException($"{trigger.Kind}Trigger: which role does it need?"),
            };
            Assert.Contains(
                deployment.OfType("Microsoft.Authorization/roleAssignments"),
                assignment => needed.IsScope(assignment.Scope) && assignment.Text("properties", "roleDefinitionId")!.EndsWith(needed.Role, StringComparison.Ordinal)
                    && assignment.Text("properties", "principalId")!.Contains("id-functions", StringComparison.Ordinal));
        });
    }

    private static bool HasResource(Deployment deployment, Trigger trigger) => trigger.Kind switch
    {
        "Http" => deployment.OfType("Microsoft.Cdn/profiles/afdEndpoints/routes").Any(route => route.At("properties", "patternsToMatch", "0")!.ToString() == "/api/*"),
        "Timer" => deployment.AppSettings.ContainsKey("AzureWebJobsStorage__blobServiceUri"),
        "Orchestration" or "Activity" or "Entity" => deployment.OfType("Microsoft.DurableTask/schedulers/taskHubs").Any(),
        "Blob" => Has(deployment, "Microsoft.Storage/storageAccounts/blobServices/containers", $"{deployment.Content.Name}/default/{trigger.Name.Split('/')[0]}")
            // Flex Consumption knows no other source.
            && trigger.Rest.Contains("BlobTriggerSource.EventGrid", StringComparison.Ordinal)
            && deployment.OfType("Microsoft.EventGrid/systemTopics").Any(topic => topic.Text("properties", "source") == deployment.Content.Id),
        "Queue" => Has(deployment, "Microsoft.Storage/storageAccounts/queueServices/queues", $"{deployment.Content.Name}/default/{trigger.Name}"),
        "EventHub" => deployment.OfType("Microsoft.EventHub/namespaces/eventhubs/consumergroups")
            .Any(group => group.Name.EndsWith($"/{trigger.Name}/{ConsumerGroup().Match(trigger.Rest).Groups["name"].Value}", StringComparison.Ordinal)),
        "ServiceBus" => deployment.OfType("Microsoft.ServiceBus/namespaces/topics/subscriptions")
            .Any(subscription => subscription.Name.EndsWith($"/{trigger.Name}/{trigger.Second}", StringComparison.Ordinal)),
        "CosmosDB" => deployment.OfType("Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers")
            .Any(container => container.Name.EndsWith($"/{trigger.Name}/{trigger.Second}", StringComparison.Ordinal)),
        _ => false,
    };

    private static bool Has(Deployment deployment, string type, string name) => deployment.OfType(type).Any(resource => resource.Name == name);

    /// <param name="Name">The first string of the attribute: a path, a queue, a hub, a topic.</param>
    /// <param name="Second">The second string where there is one: a subscription, a container.</param>
    /// <param name="Rest">The attribute's text after its kind.</param>
    private sealed record Trigger(string File, string Kind, string Name, string Second, string Rest);

    [GeneratedRegex("\\[(?<kind>[A-Z][A-Za-z]*)Trigger(\\((?<rest>(\"(?<name>[^\"]*)\"(, \"(?<second>[^\"]*)\")?)?[^\\]]*)\\))?\\]")]
    private static partial Regex Attribute();

    [GeneratedRegex("\\[[A-Z][A-Za-z]*Trigger\\b")]
    private static partial Regex AnyAttribute();

    [GeneratedRegex("ConsumerGroup = \"(?<name>[a-z]+)\"")]
    private static partial Regex ConsumerGroup();

    [GeneratedRegex("Connection = \"(?<name>[A-Za-z]+)\"")]
    private static partial Regex Connection();
}
