using System.Text.Json.Nodes;

namespace StreamPlatform.Hooks.Tests;

/// <summary>The hooks for PowerShell do what those for sh do: the same calls, bodies, sentences and exit codes.</summary>
public sealed class PowerShellTests : IDisposable
{
    private readonly Deployment _sh = new(Shell.Sh);
    private readonly Deployment _powerShell = new(Shell.PowerShell);

    public void Dispose()
    {
        _sh.Dispose();
        _powerShell.Dispose();
    }

    [Theory]
    [InlineData("postprovision", 0)]
    [InlineData("postprovision", 0, "FAKE_FAIL=indexes", "FAKE_FAIL_TIMES=2")]
    [InlineData("postprovision", 1, "FAKE_FAIL=indexes", "AZURE_CLOSED=search")]
    [InlineData("predeploy", 0, "AZURE_CLOSED=search,registry")]
    [InlineData("postdeploy", 0, "FAKE_KEY_LATE=2", "AZURE_FURTHER_FUNCTION_APPS=rg-a/func-a,rg-b/func-b")]
    [InlineData("postdeploy", 1, "FAKE_FAIL=--method put", "FAKE_FAIL_MESSAGE=Conflict at https://func/x?functionName=y&code=" + Deployment.EncodedBlobsKey + " now")]
    [InlineData("postdeploy", 1, "FAKE_FAIL=containerapp job show")]
    [InlineData("postdeploy", 1, "AZURE_FURTHER_FUNCTION_APPS=rg-a/func-a", "FAKE_AZD_FAIL=no such service")]
    [InlineData("postdeploy", 2, "AZURE_WEB_URI=")]
    [InlineData("postdeploy", 2, "FAKE_FAIL=account show")]
    public void A_run_is_the_same_in_both_shells(string hook, int exitCode, params string[] settings)
    {
        var (sh, powerShell) = (Run(_sh, hook, settings), Run(_powerShell, hook, settings));

        Assert.Equal(exitCode, sh.ExitCode);
        Assert.Equal(sh, powerShell);
        Assert.Equal(_sh.AzCalls.Select(Comparable), _powerShell.AzCalls.Select(Comparable));
        AssertSame(_sh.Bodies, _powerShell.Bodies);
        AssertSame(Settings(_sh), Settings(_powerShell));
    }

    [Fact]
    public void A_second_run_leaves_everything_as_it_is()
    {
        Assert.Equal(0, _powerShell.Run("postdeploy").ExitCode);
        var (bodies, calls) = (_powerShell.Bodies, _powerShell.AzCalls.Length);
        Assert.Equal(0, _powerShell.Run("postdeploy").ExitCode);

        AssertSame(bodies, _powerShell.Bodies);
        Assert.DoesNotContain(_powerShell.AzCalls[calls..], call => call.StartsWith("containerapp job update", StringComparison.Ordinal));
    }

    private static HookResult Run(Deployment azure, string hook, string[] settings)
    {
        foreach (var setting in settings.Select(setting => setting.Split('=', 2)))
            azure.Environment[setting[0]] = setting[1];
        return azure.Run(hook);
    }

    /// <summary>Without the folders of this run.</summary>
    private static string Comparable(string call) => string.Join(' ', call.Split(' ').Select(word =>
        word.StartsWith('@') ? $"@{Path.GetFileName(word)}" : word.EndsWith(".zip", StringComparison.Ordinal) ? Path.GetFileName(word) : word));

    private static IReadOnlyDictionary<string, string> Settings(Deployment azure) => Directory
        .EnumerateFiles(azure.At("checkout", "web"), "*.json", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(azure.At("checkout"), file), File.ReadAllText, StringComparer.Ordinal);

    private static void AssertSame(IReadOnlyDictionary<string, string> expected, IReadOnlyDictionary<string, string> actual)
    {
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        Assert.All(expected, body => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body.Value), JsonNode.Parse(actual[body.Key])), $"{body.Value}\n{actual[body.Key]}"));
    }
}
