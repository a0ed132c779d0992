using System.Text.RegularExpressions;

namespace StreamPlatform.Infra.Tests.Policies;

/// <summary>Somebody is told of everything that must not go unseen.</summary>
public sealed partial class AlertsTests
{
    private static readonly string[] Expected = ["error-rate", "failed-assets", "live-cells", "poison-queues", "queue-age", "rebuffering", "start-up-time"];

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Each_alert_asks_its_own_query_and_tells_the_action_group(string size)
    {
        var deployment = Deployment.Of(size);
        var group = deployment.Single("Microsoft.Insights/actionGroups").Id;
        var rules = deployment.OfType("Microsoft.Insights/scheduledQueryRules").ToDictionary(rule => rule.Text("properties", "displayName")!);
        Assert.Equal(Expected, rules.Keys.Order());
        Assert.All(rules, rule =>
        {
            Assert.Equal(File.ReadAllText(Path.Combine(Checkout.Infra, "alerts", $"{rule.Key}.kql")), rule.Value.Text("properties", "criteria", "allOf", "0", "query"));
            Assert.Equal(group, rule.Value.Text("properties", "actions", "actionGroups", "0"));
        });
        Assert.Equal(Expected.Length, Directory.GetFiles(Path.Combine(Checkout.Infra, "alerts")).Length);
    }

    /// <summary>With one region nothing probes it, and the metric says nothing.</summary>
    [Fact]
    public void A_region_that_does_not_answer_is_told()
    {
        var global = Deployment.Of("global");
        var alert = global.Single("Microsoft.Insights/metricAlerts");
        Assert.Equal(global.Single("Microsoft.Cdn/profiles").Id, alert.Text("properties", "scopes", "0"));
        Assert.Equal(("OriginHealthPercentage", "LessThan", "Origin"), (Criterion("metricName"), Criterion("operator"), alert.Text("properties", "criteria", "allOf", "0", "dimensions", "0", "name")));
        Assert.Equal(global.Single("Microsoft.Insights/actionGroups").Id, alert.Text("properties", "actions", "0", "actionGroupId"));
        Assert.Empty(Deployment.Of("small").OfType("Microsoft.Insights/metricAlerts"));

        string? Criterion(string name) => alert.Text("properties", "criteria", "allOf", "0", name);
    }

    [Fact]
    public void A_budget_is_an_alert_on_cost_where_one_is_given()
    {
        Assert.Empty(Deployment.Of("dev").OfType("Microsoft.Consumption/budgets"));
        var budget = Deployment.Of("small").Single("Microsoft.Consumption/budgets");
        Assert.Equal("500", budget.Text("properties", "amount"));
        Assert.Equal(Deployment.Of("small").Single("Microsoft.Insights/actionGroups").Id, budget.Text("properties", "notifications", "half", "contactGroups", "0"));
    }

    /// <summary>Requests have the names of functions: a function that is renamed would silence its alert.</summary>
    [Fact]
    public void Functions_that_a_query_names_exist()
    {
        var names = Directory.GetFiles(Path.Combine(Checkout.Infra, "alerts"))
            .SelectMany(file => FunctionName().Matches(File.ReadAllText(file)).SelectMany(match => match.Groups["name"].Captures).Select(capture => capture.Value))
            .Distinct().ToList();
        Assert.Equal(["FailRun", "PublishRun"], names);
        Assert.All(names, name => Assert.Contains(
            Checkout.Sources,
            source => source.Path.StartsWith("orchestrations", StringComparison.Ordinal) && source.Text.Contains($"const string Name = \"{name}\"", StringComparison.Ordinal)));
    }

    [GeneratedRegex("where Name in \\((\"(?<name>[A-Za-z]+)\"(, )?)+\\)")]
    private static partial Regex FunctionName();
}
