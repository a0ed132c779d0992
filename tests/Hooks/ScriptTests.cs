using System.Text.RegularExpressions;

namespace StreamPlatform.Hooks.Tests;

/// <summary>What holds of the scripts as text: they name what there is, and the two shells say the same.</summary>
public sealed partial class ScriptTests
{
    private static IEnumerable<string> Scripts => Directory.EnumerateFiles(Repository.At("scripts"), "*.sh", SearchOption.AllDirectories);

    [Fact]
    public void Each_blob_triggered_function_has_its_subscription()
    {
        var functions = Directory.EnumerateFiles(Repository.At("functions"), "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetFileNameWithoutExtension(file), Trigger: BlobTrigger().Match(File.ReadAllText(file))))
            .Where(file => file.Trigger.Success)
            .Select(file => $"{file.Name} {file.Trigger.Groups["container"].Value}");
        var subscribed = Subscription().Matches(File.ReadAllText(Repository.At("scripts", "steps", "blob-events.sh")))
            .Select(call => $"{call.Groups["function"].Value} {call.Groups["container"].Value}");
        Assert.Equal(functions.Order(), subscribed.Order());
    }

    [Fact]
    public void Every_hook_of_azure_yaml_exists_for_both_shells()
    {
        var hooks = Hook().Matches(File.ReadAllText(Repository.At("azure.yaml"))).Select(hook => hook.Groups["path"].Value).ToList();
        Assert.Equal(6, hooks.Count);
        Assert.All(hooks, hook => Assert.True(File.Exists(Repository.At(hook)), hook));
    }

    [Fact]
    public void Every_service_of_azure_yaml_is_a_folder() => Assert.All(
        Project().Matches(File.ReadAllText(Repository.At("azure.yaml"))),
        project => Assert.True(Directory.Exists(Repository.At(project.Groups["folder"].Value)), project.Value));

    /// <summary>What azd hands its hooks besides are outputs of the infrastructure.</summary>
    [SkippableFact]
    public void Settings_that_scripts_read_are_outputs_of_the_infrastructure()
    {
        var main = Repository.At("infra", "main.bicep");
        Skip.IfNot(File.Exists(main), "infra/main.bicep is not there.");
        var outputs = Output().Matches(File.ReadAllText(main)).Select(output => output.Groups["name"].Value).ToHashSet();
        var read = Scripts.SelectMany(script => Setting().Matches(File.ReadAllText(script)).Select(setting => setting.Value)).Distinct();
        Assert.Equal(["AZURE_SUBSCRIPTION_ID"], read.Where(name => !outputs.Contains(name)));
    }

    /// <summary>Some of what PowerShell does isn't run by the tests, so at least it must name the same settings, addresses and resources.</summary>
    [Fact]
    public void The_scripts_for_powershell_name_what_those_for_sh_name() => Assert.All(Scripts, script =>
    {
        var twin = Path.ChangeExtension(script, ".ps1");
        Assert.True(File.Exists(twin), twin);
        Assert.Equal(Named(script), Named(twin));
    });

    [Fact]
    public void One_place_calls_the_azure_command_line_one_azd_and_one_curl()
    {
        var calls = Scripts.SelectMany(script => File.ReadLines(script).Select(line => (File: Path.GetFileName(script), Line: line.Trim())))
            .Where(call => !call.Line.StartsWith('#') && Call().IsMatch(call.Line));
        Assert.Equal(["lib.sh: az", "lib.sh: azd", "lib.sh: curl"], calls.Select(call => $"{call.File}: {Call().Match(call.Line).Groups["tool"].Value}").Order());
    }

    private static IEnumerable<string> Named(string script) =>
        Name().Matches(File.ReadAllText(script)).Select(name => name.Value).Distinct().Order();

    [GeneratedRegex(@"BlobTrigger\(""(?<container>[^/""]+)/", RegexOptions.ExplicitCapture)]
    private static partial Regex BlobTrigger();

    [GeneratedRegex(@"^\s*subscribe [\w-]+ (?<function>\w+) (?<container>\w+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Subscription();

    [GeneratedRegex(@"run: (?<path>\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Hook();

    [GeneratedRegex(@"project: (?<folder>\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Project();

    [GeneratedRegex(@"^output (?<name>\w+) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Output();

    [GeneratedRegex(@"\bAZURE_[A-Z_]+")]
    private static partial Regex Setting();

    /// <summary>At a place where sh looks for a command.</summary>
    [GeneratedRegex(@"(^|[;{(|&] ?|\bif |! )(?<tool>azd?|curl) ", RegexOptions.ExplicitCapture)]
    private static partial Regex Call();

    /// <summary>Settings, API versions, resource types, addresses, event types and names of subscriptions.</summary>
    [GeneratedRegex(@"(AZURE|SERVICE|STREAMPLATFORM)_[A-Z_]+|api-version=[\d-]+|Microsoft\.\w+(/\w+|\.\w+)?|Host\.Functions|upload-committed|item-marked|dead-letters|UploadCommitted|ItemMarked|deadLetterWithResourceIdentity|systemKeys\.\w+|https://(?!curl)[a-z][\w.]+", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
