using Spectre.Console.Testing;
using StreamPlatform.Local.Cli;
using StreamPlatform.Local.Cli.Commands;
using StreamPlatform.Local.Cli.Machine;

namespace StreamPlatform.Local.Tests.Cli;

public sealed class DoctorTests
{
    [Fact]
    public async Task The_doctor_looks_at_everything_and_says_what_to_do_about_what_is_not_well()
    {
        using var folder = new TemporaryFolder();
        var findings = await new Doctor(Checkout.Current).ExamineAsync(folder.At("not", "there", "yet"), default);
        Assert.Equal([".NET SDK", "Azurite", "Chromium", "Node.js", "disk", "ffmpeg", "web pages"], findings.Select(finding => finding.Name).Order(StringComparer.Ordinal));
        Assert.All(findings, finding => Assert.Equal(finding.State == FindingState.Good, finding.Remedy is null));
    }

    [Fact]
    public void What_is_missing_fails_and_a_warning_does_not()
    {
        using var console = new TestConsole();
        Assert.Equal(ExitCodes.Fault, DoctorCommand.Show([new("ffmpeg", FindingState.Missing, "not installed", "Install it.")], console));
        Assert.Contains("Install it.", console.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Success, DoctorCommand.Show([new("Chromium", FindingState.Warning, "not installed", "Install it.")], console));
    }

    [Fact]
    public void A_package_that_is_missing_or_of_another_version_is_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("package.json"), """{ "dependencies": { "a": "1.0.0", "b": "2.0.0" }, "devDependencies": { "c": "3.0.0" } }""");
        foreach (var (name, version) in new[] { ("a", "1.0.0"), ("b", "1.9.0") })
        {
            Directory.CreateDirectory(folder.At("node_modules", name));
            File.WriteAllText(folder.At("node_modules", name, "package.json"), $$"""{ "version": "{{version}}" }""");
        }

        Assert.Equal(["b@2.0.0", "c@3.0.0"], NodeModules.Stale(folder.Path));
    }
}
