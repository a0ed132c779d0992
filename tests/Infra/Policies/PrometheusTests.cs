using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace StreamPlatform.Infra.Tests.Policies;

/// <summary>The dashboard and the alert rules of those who run the platform on machines of their own.</summary>
public sealed partial class PrometheusTests
{
    /// <summary>What only a machine of one's own has.</summary>
    private static readonly string[] OnlyHere = ["disk-low", "hub-lag"];

    private static readonly string Folder = Path.Combine(Checkout.Infra, "prometheus");

    private static string Rules => File.ReadAllText(Path.Combine(Folder, "alerts.yml"));

    /// <summary>Suffixes that the exposition gives to instruments, beside that of their unit.</summary>
    private static readonly string[] Suffixes = ["", "_total", "_bucket", "_count", "_sum"];

    /// <summary>A machine of one's own has one live node, which the runtime starts again by itself.</summary>
    private static readonly string[] OnlyOnAzure = ["live-cells"];

    private static List<string> Queries { get; } = [.. Directory.GetFiles(Path.Combine(Checkout.Infra, "alerts")).Select(file => Path.GetFileNameWithoutExtension(file)!).Except(OnlyOnAzure).Order()];

    public static TheoryData<string> OnAzure => [.. Queries];

    [SkippableFact]
    public void The_rules_tell_what_they_should_when_they_are_fed_series()
    {
        Process? promtool = null;
        try
        {
            promtool = Process.Start(new ProcessStartInfo("promtool", ["test", "rules", "alerts.test.yml"]) { WorkingDirectory = Folder, RedirectStandardError = true, RedirectStandardOutput = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Not installed.
        }

        Skip.If(promtool is null, "promtool is not installed: apt-get install prometheus.");
        using (promtool)
        {
            var told = promtool.StandardOutput.ReadToEnd() + promtool.StandardError.ReadToEnd();
            promtool.WaitForExit();
            Assert.True(promtool.ExitCode == 0, told);
        }
    }

    [Fact]
    public void Every_rule_is_fed_series_that_make_it_tell_and_series_that_do_not()
    {
        var tests = File.ReadAllText(Path.Combine(Folder, "alerts.test.yml"));
        Assert.All(Names(), name =>
        {
            Assert.Contains($"alertname: {name} }}", tests, StringComparison.Ordinal);
            Assert.Contains($"alertname: {name}\n        exp_alerts:", tests, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void What_is_told_on_Azure_is_told_here() => Assert.Equal(Queries.Concat(OnlyHere).Order(), Names().Order());

    [Theory]
    [MemberData(nameof(OnAzure))]
    public void A_rule_has_the_limits_and_the_severity_that_it_has_on_Azure(string name)
    {
        var query = File.ReadAllText(Path.Combine(Checkout.Infra, "alerts", $"{name}.kql"));
        var rule = Rule(name);
        foreach (var limit in Limit().Matches(query).Select(match => match.Groups["limit"].Value).Distinct())
            Assert.Matches($@"{Regex.Escape(limit)}(?![\d.])", rule);
        foreach (var minutes in Ago().Matches(query).Select(match => int.Parse(match.Groups["minutes"].Value, System.Globalization.CultureInfo.InvariantCulture)))
            Assert.Contains($"> {minutes * 60}", rule, StringComparison.Ordinal);

        var bicep = File.ReadAllText(Path.Combine(Checkout.Infra, "app", "alerts.bicep"));
        var azure = Regex.Match(bicep, $@"name: '{name}'.*?severity: (?<severity>\d).*?over: 'PT?(?<over>\d+[MHD])'", RegexOptions.Singleline);
        Assert.Contains($"severity: \"{azure.Groups["severity"].Value}\"", rule, StringComparison.Ordinal);
        var windows = Window().Matches(rule).Select(match => match.Groups["window"].Value).Distinct().ToList();
        Assert.True(windows.Count == 0 || windows is [var window] && window.Equals(azure.Groups["over"].Value, StringComparison.OrdinalIgnoreCase), $"{name} looks over {string.Join(", ", windows)}.");
    }

    [Fact]
    public void The_dashboard_asks_for_metrics_that_there_are_and_so_do_the_rules()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Infra, "grafana", "streamplatform.json")));
        var queries = dashboard.RootElement.GetProperty("panels").EnumerateArray()
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .Select(target => target.GetProperty("expr").GetString()!)
            .ToList();
        Assert.NotEmpty(queries);

        var exported = Exported();
        var asked = queries.Append(Rules).SelectMany(query => MetricName().Matches(query).Select(match => match.Value)).Distinct().ToList();
        Assert.Contains("video_uploads_total", asked);
        Assert.DoesNotContain(asked, name => !exported.Contains(name));
    }

    [Fact]
    public void The_dashboard_has_panels_of_their_own_places_and_ids()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Infra, "grafana", "streamplatform.json")));
        var panels = dashboard.RootElement.GetProperty("panels").EnumerateArray().ToList();
        Assert.Equal(panels.Count, panels.Select(panel => panel.GetProperty("id").GetInt32()).Distinct().Count());
        Assert.Equal(panels.Count, panels.Select(panel => (panel.GetProperty("gridPos").GetProperty("x").GetInt32(), panel.GetProperty("gridPos").GetProperty("y").GetInt32())).Distinct().Count());
        Assert.All(panels, panel => Assert.InRange(panel.GetProperty("gridPos").GetProperty("x").GetInt32() + panel.GetProperty("gridPos").GetProperty("w").GetInt32(), 1, 24));
    }

    /// <summary>The names that Prometheus finds: of every instrument in the sources, and of those of .NET that we export.</summary>
    private static HashSet<string> Exported()
    {
        var sources = Checkout.Sources.Select(source => source.Text)
            .Concat(Directory.EnumerateFiles(Path.Combine(Checkout.Root, "local"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var ours = sources.SelectMany(text => Instrument().Matches(text)).Select(match =>
        {
            var unit = match.Groups["unit"].Value switch { "s" => "_seconds", "By" => "_bytes", "{" or "" => "", var other when other[0] == '{' => "", var other => "_" + other };
            return match.Groups["name"].Value.Replace('.', '_') + unit;
        });
        string[] theirs = ["http_server_request_duration_seconds", "dotnet_process_cpu_time_seconds", "dotnet_process_memory_working_set_bytes"];
        return [.. ours.Concat(theirs).SelectMany(name => Suffixes.Select(suffix => name + suffix))];
    }

    private static List<string> Names() => [.. AlertName().Matches(Rules).Select(match => match.Groups["name"].Value)];

    private static string Rule(string name) => Rules.Split("- alert: ").Single(rule => rule.StartsWith(name + "\n", StringComparison.Ordinal));

    [GeneratedRegex(@"- alert: (?<name>[\w-]+)")]
    private static partial Regex AlertName();

    /// <summary>Numbers that something is compared with in the query's last conditions; statuses are in words there.</summary>
    [GeneratedRegex(@"(requests|errors \* 100\.0 / requests|failed|failed \* 100\.0 / ended|segments|late \* 100\.0 / segments|p95) >=? (?<limit>[\d.]+)")]
    private static partial Regex Limit();

    [GeneratedRegex(@"ago\((?<minutes>\d+)m\)")]
    private static partial Regex Ago();

    [GeneratedRegex(@"\[(?<window>\d+[mhd])\]")]
    private static partial Regex Window();

    [GeneratedRegex(@"\b(video|streamplatform|http_server|dotnet|concurrent|cdn)_[a-z0-9_]+")]
    private static partial Regex MetricName();

    [GeneratedRegex("""Create(Counter|Histogram|UpDownCounter|Gauge|ObservableGauge|ObservableCounter)(<\w+>)?\(\s*"(?<name>[a-z_.]+)",.*?"(?<unit>[^"\s]*)",\s*"[A-Z]""", RegexOptions.Singleline)]
    private static partial Regex Instrument();
}
