using System.Text.RegularExpressions;

namespace StreamPlatform.Infra.Tests.Policies;

/// <summary>Who may do what. A role assignment that isn't listed here, with its reason, fails; so does a listed one that is gone.</summary>
public sealed partial class RolesTests
{
    /// <summary>Identity, role, the end of the scope, and why it is needed.</summary>
    private static readonly (string Who, string Role, string Scope, string Why)[] Allowed =
    [
        ("functions", "Storage Blob Data Owner", "storageAccounts/stcontent", "The host's leases and receipts need Owner; upload URLs are signed with a delegation key."),
        ("functions", "Storage Queue Data Contributor", "storageAccounts/stcontent", "Work items are sent; the host keeps a poison queue for blob events."),
        ("functions", "Storage Table Data Contributor", "storageAccounts/stcontent", "The host writes its diagnostic events to a table."),
        ("functions", "Storage Blob Data Contributor", "containers/packages", "The app's package is read, and written while deploying."),
        ("functions", "Storage Blob Data Contributor", "storageAccounts/stmedia", "Manifests are written, deleted titles swept; playback URLs are signed with a delegation key, which is the account's."),
        ("functions", "Secret rotator", "vaults/kv-", "Signing keys are read and rotated."),
        ("functions", "Azure Service Bus Data Sender", "topics/video-events", "Events are published."),
        ("functions", "Azure Service Bus Data Receiver", "subscriptions/search", "The index follows the events."),
        ("functions", "Azure Service Bus Data Receiver", "subscriptions/notifications", "Owners are told by the events."),
        ("functions", "Azure Service Bus Data Receiver", "subscriptions/channels", "Channels' listings follow the events."),
        ("functions", "Azure Service Bus Data Receiver", "subscriptions/timers", "What is scheduled waits for its moment, told by the events."),
        ("functions", "Azure Service Bus Data Receiver", "subscriptions/webhooks", "Webhooks are told by the events."),
        ("functions", "Azure Event Hubs Data Sender", "eventhubs/telemetry", "What players tell is sent."),
        ("functions", "Azure Event Hubs Data Receiver", "eventhubs/telemetry", "What players told is read."),
        ("functions", "Broadcaster", "webPubSub/wps-", "Tokens are made, groups are told."),
        ("functions", "Search Index Data Contributor", "searchServices/srch-", "Documents are written and found."),
        ("functions", "Durable Task Data Contributor", "taskHubs/streamplatform", "Orchestrations are started and worked on."),
        ("functions", "Monitoring Metrics Publisher", "components/appi-", "Telemetry is sent without a key."),
        ("transcoder", "Storage Blob Data Reader", "containers/uploads", "Originals are read."),
        ("transcoder", "Storage Blob Data Reader", "containers/images", "Watermarks are read."),
        ("transcoder", "Storage Blob Data Contributor", "containers/media", "Segments are written."),
        ("transcoder", "Storage Blob Data Contributor", "containers/work", "Plans are read, progress is written."),
        ("transcoder", "Storage Blob Data Contributor", "containers/markers", "A finished item is marked."),
        ("transcoder", "Work taker", "queues/transcode-high", "Items are taken and extended; the scaler asks how many there are."),
        ("transcoder", "Work taker", "queues/transcode-normal", "The same."),
        ("transcoder", "Work taker", "queues/transcode-low", "The same."),
        ("transcoder", "Work taker", "queues/transcode-high-poison", "Items that are given up are put there."),
        ("transcoder", "Work taker", "queues/transcode-normal-poison", "The same."),
        ("transcoder", "Work taker", "queues/transcode-low-poison", "The same."),
        ("transcoder", "Monitoring Metrics Publisher", "components/appi-", "Its part of a trace is sent without a key."),
        ("transcoder", "AcrPull", "registries/cr", "The image is pulled."),
        ("live", "Monitoring Metrics Publisher", "components/appi-", "What it measures is sent without a key."),
        ("live", "AcrPull", "registries/cr", "The image is pulled."),
        ("events", "Storage Blob Data Contributor", "containers/dead-letters", "Events that could not be delivered are kept."),
        ("deployer", "Search Service Contributor", "searchServices/srch-", "A deployment hook writes the index and the synonyms."),
    ];

    /// <summary>What each region besides adds: its app has its package, and what its host keeps, there.</summary>
    private static readonly (string Who, string Role, string Scope)[] OfAFurtherRegion =
    [
        ("functions", "Storage Blob Data Owner", "storageAccounts/stdeploy"),
        ("functions", "Storage Queue Data Contributor", "storageAccounts/stdeploy"),
        ("functions", "Storage Table Data Contributor", "storageAccounts/stdeploy"),
    ];

    private static readonly Dictionary<string, string> BuiltIn = new()
    {
        ["7f951dda-4ed3-4680-a7ca-43fe172d538d"] = "AcrPull",
        ["0ad04412-c4d5-4796-b79c-f76d14c8d402"] = "Durable Task Data Contributor",
        ["a638d3c7-ab3a-418d-83e6-5f17a39d4fde"] = "Azure Event Hubs Data Receiver",
        ["2b629674-e913-4c01-ae53-ef4638d8f975"] = "Azure Event Hubs Data Sender",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"] = "Azure Service Bus Data Receiver",
        ["69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"] = "Azure Service Bus Data Sender",
        ["8ebe5a00-799e-43f5-93ac-243d3dce84a7"] = "Search Index Data Contributor",
        ["7ca78c08-252a-4471-8644-bb5ff32d4ba0"] = "Search Service Contributor",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"] = "Storage Blob Data Reader",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
    };

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Every_role_is_given_for_a_reason_and_every_reason_still_holds(string size)
    {
        var deployment = Deployment.Of(size);
        var expected = Allowed.Where(role => role.Who != "deployer" || size != "dev").Select(role => (role.Who, role.Role, role.Scope)); // dev names no deployer
        expected = expected.Concat(deployment.Apps.Where(app => !app.Works).SelectMany(_ => OfAFurtherRegion));
        var given = deployment.OfType("Microsoft.Authorization/roleAssignments")
            .Select(assignment => (Who(assignment), Role(deployment, assignment), End(deployment, assignment.Scope)));
        Assert.Equal(expected.Order(), given.Order());
    }

    /// <summary>What in the sources uses a role: when that goes, so must the role. The host's, a registry's and Event Grid's own are used by them.</summary>
    private static readonly (string Who, string Role, string Scope, string Uses)[] Used =
    [
        ("functions", "Storage Blob Data Owner", "storageAccounts/stcontent", "GetUserDelegationKey"),
        ("functions", "Storage Queue Data Contributor", "storageAccounts/stcontent", "SendMessageAsync"),
        ("functions", "Storage Blob Data Contributor", "storageAccounts/stmedia", "MediaServiceUri"),
        ("functions", "Secret rotator", "vaults/kv-", "SetSecretAsync"),
        ("functions", "Azure Service Bus Data Sender", "topics/video-events", "BrokerProperties"),
        ("functions", "Azure Service Bus Data Receiver", "subscriptions/*", "ServiceBusTrigger(\"video-events\", \"*\""),
        ("functions", "Azure Event Hubs Data Sender", "eventhubs/telemetry", "Confluent.Kafka"),
        ("functions", "Azure Event Hubs Data Receiver", "eventhubs/telemetry", "EventHubTrigger(\"telemetry\""),
        ("functions", "Broadcaster", "webPubSub/wps-", ":generateToken"),
        ("functions", "Search Index Data Contributor", "searchServices/srch-", "MergeOrUploadDocumentsAsync"),
        ("functions", "Durable Task Data Contributor", "taskHubs/streamplatform", "OrchestrationTrigger"),
        ("functions", "Monitoring Metrics Publisher", "components/appi-", "UseAzureMonitor"),
        ("live", "Monitoring Metrics Publisher", "components/appi-", "AddAzureTelemetry(builder.Configuration)"),
        ("transcoder", "Storage Blob Data Reader", "containers/uploads", "Containers.Uploads"),
        ("transcoder", "Storage Blob Data Reader", "containers/images", "Containers.Images"),
        ("transcoder", "Storage Blob Data Contributor", "containers/media", "Containers.Media"),
        ("transcoder", "Storage Blob Data Contributor", "containers/work", "Containers.Work"),
        ("transcoder", "Storage Blob Data Contributor", "containers/markers", "Containers.Markers"),
        ("transcoder", "Work taker", "queues/transcode-*", "UpdateMessageAsync"),
        ("transcoder", "Monitoring Metrics Publisher", "components/appi-", "AddAzureMonitorTraceExporter"),
    ];

    private static readonly string[] UsedByOthers =
        ["Storage Table Data Contributor storageAccounts/stcontent", "Storage Blob Data Contributor containers/packages", "AcrPull registries/cr", "Storage Blob Data Contributor containers/dead-letters", "Search Service Contributor searchServices/srch-"];

    [Fact]
    public void Every_role_is_used_by_code_that_is_there() => Assert.All(
        Allowed.Where(role => !UsedByOthers.Contains($"{role.Role} {role.Scope}")),
        role =>
        {
            var use = Assert.Single(Used, use => use.Who == role.Who && use.Role == role.Role && Wildcard(use.Scope).IsMatch(role.Scope));
            var text = use.Uses.Replace("*", role.Scope.Split('/')[^1], StringComparison.Ordinal);
            Assert.Contains(Checkout.Sources, source => source.Text.Contains(text, StringComparison.Ordinal));
        });

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Roles_of_our_own_name_each_action(string size)
    {
        var deployment = Deployment.Of(size);
        var actions = deployment.Resources
            .Where(resource => resource.Type is "Microsoft.Authorization/roleDefinitions" or "Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions")
            .SelectMany(role => role.At("properties", "permissions")!.AsArray())
            .SelectMany(permission => new[] { "actions", "dataActions" }.SelectMany(kind => permission![kind]?.AsArray() ?? []))
            .Select(action => action!.ToString()).ToList();
        Assert.Equal(16, actions.Count);
        Assert.DoesNotContain(actions, action => action.Contains('*') || action.Contains("/delete", StringComparison.Ordinal) && !action.Contains("/items/", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Documents_are_the_function_apps_and_those_of_live_streams_the_cells_too(string size)
    {
        var deployment = Deployment.Of(size);
        var assignments = deployment.OfType("Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments").ToDictionary(Who, assignment => assignment);
        var account = deployment.Single("Microsoft.DocumentDB/databaseAccounts").Id;
        Assert.Equal(["functions", "live"], assignments.Keys.Order());
        Assert.Equal(account, assignments["functions"].Text("properties", "scope"));
        Assert.Equal($"{account}/dbs/streamplatform/colls/catalog", assignments["live"].Text("properties", "scope"));
        Assert.All(assignments.Values, assignment => Assert.Equal(deployment.Single("Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions").Id, assignment.Text("properties", "roleDefinitionId")));
    }

    private static Regex Wildcard(string pattern) => new($"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$");

    private static string Who(Resource assignment) =>
        Identity().Match(assignment.Text("properties", "principalId")!) is { Success: true } identity ? identity.Groups["name"].Value
        : assignment.Text("properties", "principalId")!.Contains("systemTopics", StringComparison.Ordinal) ? "events"
        : "deployer";

    private static string Role(Deployment deployment, Resource assignment)
    {
        var id = assignment.Text("properties", "roleDefinitionId")!;
        return BuiltIn.TryGetValue(id[(id.LastIndexOf('/') + 1)..], out var name)
            ? name
            : WithoutToken(deployment.OfType("Microsoft.Authorization/roleDefinitions").Single(role => role.Id == id).Text("properties", "roleName")!);
    }

    private static string WithoutToken(string name) => name[..name.LastIndexOf(' ')];

    /// <summary>Type and name, without the token that makes names unique.</summary>
    private static string End(Deployment deployment, string scope) => deployment.Tokens.Aggregate(string.Join('/', scope.Split('/')[^2..]), (end, token) => end.Replace(token, "", StringComparison.Ordinal));

    [GeneratedRegex("/id-(?<name>functions|live|transcoder)-")]
    private static partial Regex Identity();
}
