using System.Text.RegularExpressions;

namespace StreamPlatform.Infra.Tests.Policies;

/// <summary>Every setting that Bicep sets is read by somebody, and every one that somebody needs is set.</summary>
public sealed partial class SettingsTests
{
    /// <summary>Settings that no code of ours reads by name, and who does.</summary>
    private static readonly Dictionary<string, string> ReadByOthers = new()
    {
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "The Functions host.",
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = "The Functions host.",
        ["ServiceBus__clientId"] = "The Functions host, for the triggers.",
        ["ServiceBus__credential"] = "The Functions host, for the triggers.",
        ["EventHub__clientId"] = "The Functions host, for the trigger.",
        ["EventHub__credential"] = "The Functions host, for the trigger.",
        ["AzureWebJobsStorage__tableServiceUri"] = "The Functions host, for its diagnostic events.",
    };

    /// <summary>Sections whose settings all have defaults in code.</summary>
    private static readonly string[] Optional = ["Accounts", "Accounts__Issuers__0", "Mail", "Processing", "Economy", "Imports", "Live", "Quotas", "Transcode", "Trash", "Webhooks", "RateLimits", "Streams", "Telemetry", "Tiers", "Tracing"];

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Every_setting_of_the_function_app_is_read(string size)
    {
        Assert.All(Deployment.Of(size).Apps, app =>
        {
            // Those that turn functions off are RegionsTests'.
            Assert.DoesNotContain(app.Words.Keys, name => !ReadByOthers.ContainsKey(name) && !IsRead(name));
            Assert.All(ReadByOthers.Keys, name => Assert.Contains(name, app.Words.Keys));
        });
    }

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Every_setting_of_the_transcode_jobs_is_read(string size) =>
        Assert.DoesNotContain(Deployment.Of(size).JobSettings.Keys, name => !IsRead(name));

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Every_setting_of_the_live_cells_is_read(string size) => Assert.DoesNotContain(
        Deployment.Of(size).OfType("Microsoft.App/containerApps").SelectMany(cell => cell.At("properties", "template", "containers", "0", "env")!.AsArray()).Select(setting => setting!["name"]!.ToString()).Distinct(),
        name => !IsRead(name));

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Every_setting_that_code_needs_is_set(string size)
    {
        var set = Deployment.Of(size).AppSettings.Keys.ToHashSet();
        var needed = Checkout.Sources
            .SelectMany(source => SettingName().Matches(source.Text).Select(match => match.Groups["name"].Value))
            .Where(name => !Optional.Contains(name.Split(':')[0]))
            .Select(name => name.Replace(":", "__", StringComparison.Ordinal))
            .Distinct().ToList();
        Assert.Contains("StreamPlatform__PublicUrl", needed);
        Assert.Empty(needed.Except(set));
    }

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Every_section_that_code_reads_is_set_or_has_defaults(string size)
    {
        var set = Deployment.Of(size).AppSettings.Keys.Select(name => name.Split("__")[0]).ToHashSet();
        var sections = Checkout.Sources
            .SelectMany(source => SectionName().Matches(source.Text).Select(match => match.Groups["name"].Value))
            .Distinct().ToList();
        Assert.Contains("Processing", sections);
        Assert.Empty(sections.Except(Optional).Except(set));
    }

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Every_setting_that_the_host_file_names_is_set(string size)
    {
        var host = File.ReadAllText(Path.Combine(Checkout.Root, "host.json"));
        var named = HostSetting().Matches(host).Select(match => match.Groups["name"].Value).ToList();
        Assert.Equal(["TASKHUB_NAME", "DURABLE_TASK_SCHEDULER_CONNECTION_STRING"], named);
        Assert.Empty(named.Except(Deployment.Of(size).AppSettings.Keys));
    }

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Storage_is_reached_with_an_identity_and_each_app_has_its_own(string size)
    {
        var deployment = Deployment.Of(size);
        Assert.Equal("managedidentity", deployment.AppSettings["AzureWebJobsStorage__credential"]);
        Assert.Equal("managedidentity", deployment.JobSettings["AzureWebJobsStorage__credential"]);
        Assert.DoesNotContain("AzureWebJobsStorage", deployment.AppSettings.Keys);
        Assert.Contains("id-functions", deployment.AppSettings["AzureWebJobsStorage__clientId"], StringComparison.Ordinal);
        Assert.Contains("id-transcoder", deployment.JobSettings["AzureWebJobsStorage__clientId"], StringComparison.Ordinal);
        Assert.Contains(deployment.Content.Name, deployment.AppSettings["AzureWebJobsStorage__blobServiceUri"], StringComparison.Ordinal);
        Assert.All(deployment.Apps, app => Assert.Contains(deployment.Content.Name, app.Settings["ContentStorage__blobServiceUri"], StringComparison.Ordinal));
        Assert.Contains(deployment.Media.Name, deployment.AppSettings["MediaStorage__blobServiceUri"], StringComparison.Ordinal);
        Assert.All(["AzureWebJobsStorage__blobServiceUri", "MediaStorage__blobServiceUri"], name => Assert.Equal(deployment.AppSettings[name], deployment.JobSettings[name]));
    }

    /// <summary>
    /// True when a source, or host.json, has the whole name, or, in one file, the last part behind a colon and the first
    /// part by itself (as <c>$"{Connection}:blobServiceUri"</c>), or is the class that the section is bound to.
    /// </summary>
    private static bool IsRead(string name)
    {
        var parts = name.Split("__");
        var whole = new Regex($"\\b{string.Join("(__|:)", parts)}\\b");
        return whole.IsMatch(File.ReadAllText(Path.Combine(Checkout.Root, "host.json")))
            || Checkout.Sources.Any(source =>
                whole.IsMatch(source.Text)
                || (parts.Length == 2
                    && source.Text.Contains($"}}:{parts[1]}\"", StringComparison.Ordinal)
                    && source.Text.Contains($"\"{parts[0]}\"", StringComparison.Ordinal))
                || (parts.Length == 2
                    && source.Text.Contains($"Section = \"{parts[0]}\"", StringComparison.Ordinal)
                    && source.Text.Contains($" {parts[1]} {{ get; init; }}", StringComparison.Ordinal)));
    }

    /// <summary>A string <c>"Section:Name"</c>.</summary>
    [GeneratedRegex("\"(?<name>[A-Z][A-Za-z]+:[A-Z][A-Za-z]+)\"")]
    private static partial Regex SettingName();

    /// <summary><c>GetSection("Name")</c> or <c>Section = "Name"</c>.</summary>
    [GeneratedRegex("(GetSection\\(|Section = )\"(?<name>[A-Za-z]+)\"")]
    private static partial Regex SectionName();

    [GeneratedRegex("%(?<name>[A-Z_]+)%|connectionStringName\": \"(?<name>[A-Z_]+)\"")]
    private static partial Regex HostSetting();
}
