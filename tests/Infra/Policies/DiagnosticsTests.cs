namespace StreamPlatform.Infra.Tests.Policies;

/// <summary>Everything that can tell what happens in it tells the workspace.</summary>
public sealed class DiagnosticsTests
{
    /// <summary>Types that tell nothing, and why.</summary>
    private static readonly Dictionary<string, string> Silent = new()
    {
        ["Microsoft.Resources/resourceGroups"] = "The activity log has what is done to it.",
        ["Microsoft.ManagedIdentity/userAssignedIdentities"] = "Sign-ins are in the directory's own logs.",
        ["Microsoft.Insights/components"] = "Is itself a view of the workspace; a setting would write everything twice.",
        ["Microsoft.Insights/diagnosticSettings"] = "Is one.",
        ["Microsoft.Insights/actionGroups"] = "The activity log has what it sent.",
        ["Microsoft.Insights/scheduledQueryRules"] = "Fired alerts are kept by Azure Monitor.",
        ["Microsoft.Insights/metricAlerts"] = "Fired alerts are kept by Azure Monitor.",
        ["Microsoft.Insights/workbooks"] = "A page.",
        ["Microsoft.Authorization/roleAssignments"] = "The activity log has it.",
        ["Microsoft.Authorization/roleDefinitions"] = "The activity log has it.",
        ["Microsoft.Consumption/budgets"] = "Tells by the action group.",
        ["Microsoft.DurableTask/schedulers"] = "Has no log categories; its dashboard and the app's traces show orchestrations.",
        ["Microsoft.Web/serverfarms"] = "Flex Consumption counts in the app, not in the plan.",
        ["Microsoft.Web/staticSites"] = "Has no logs; Front Door's tell who asked for which page.",
        ["Microsoft.App/containerApps"] = "Its logs are in its environment's.",
        ["Microsoft.App/jobs"] = "Its logs are in its environment's.",
        ["Microsoft.Network/FrontDoorWebApplicationFirewallPolicies"] = "Its log is in the Front Door profile's.",
        ["Microsoft.Network/privateEndpoints"] = "Has no logs.",
        ["Microsoft.Network/privateDnsZones"] = "Has no logs.",
    };

    /// <summary>Parts of a resource that have settings of their own, beside the resource's.</summary>
    private static readonly string[] TellingParts =
    [
        "Microsoft.Storage/storageAccounts/blobServices",
        "Microsoft.Storage/storageAccounts/queueServices",
        "Microsoft.Storage/storageAccounts/tableServices",
    ];

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Everything_tells_the_workspace(string size)
    {
        var deployment = Deployment.Of(size);
        var told = deployment.OfType("Microsoft.Insights/diagnosticSettings").Select(setting => setting.Scope).ToHashSet();
        var quiet = deployment.Resources
            .Where(resource => IsWhole(resource) || TellingParts.Contains(resource.Type))
            .Where(resource => !Silent.ContainsKey(resource.Type) && !told.Contains(resource.Id));
        Assert.Empty(quiet);
    }

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Every_setting_sends_something_to_the_one_workspace(string size)
    {
        var deployment = Deployment.Of(size);
        var workspace = deployment.Single("Microsoft.OperationalInsights/workspaces").Id;
        Assert.All(deployment.OfType("Microsoft.Insights/diagnosticSettings").Where(setting => setting.Text("properties", "storageAccountId") is null), setting =>
        {
            Assert.Equal(workspace, setting.Text("properties", "workspaceId"));
            Assert.NotEmpty(setting.At("properties", "metrics")!.AsArray());
        });
    }

    /// <summary>A resource of its own, not a part of another: <c>Provider/type</c>.</summary>
    private static bool IsWhole(Resource resource) => resource.Type.Count(letter => letter == '/') == 1;
}
