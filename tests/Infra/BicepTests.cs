using System.Text.Json.Nodes;

namespace StreamPlatform.Infra.Tests;

/// <summary>The compiler has nothing to say about any file. It only warns of a wrong type, so a warning fails too.</summary>
public sealed class BicepTests
{
    [Fact]
    public async Task Every_file_is_free_of_warnings()
    {
        var (exit, printed) = await BicepCli.RunAsync("lint", "--no-restore", "--pattern", "**/*.bicep");
        Assert.Equal("", printed);
        Assert.Equal(0, exit);
    }

    [Fact]
    public async Task What_azd_deploys_builds_to_one_template()
    {
        // The parameter files of the sizes are built by SnapshotTests.
        using var folder = new TemporaryFolder();
        var parameters = Path.Combine(folder.Path, "main.parameters.json");
        var (exit, printed) = await BicepCli.RunAsync("build-params", "--no-restore", "main.bicepparam", "--outfile", parameters);
        Assert.Equal("", printed);
        Assert.Equal(0, exit);
        var given = JsonNode.Parse(await File.ReadAllTextAsync(parameters))!["parameters"]!;
        Assert.Equal("stream-azd", given["environmentName"]!["value"]!.ToString());
    }

    [Fact]
    public async Task Every_file_is_formatted_as_the_compiler_formats_it()
    {
        using var folder = new TemporaryFolder();
        var files = Directory.GetFiles(Checkout.Infra, "*.bicep", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Checkout.Infra, file)).ToList();
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, file))!);
            File.Copy(Path.Combine(Checkout.Infra, file), Path.Combine(folder.Path, file));
        }

        var (exit, printed) = await BicepCli.RunInAsync(folder.Path, "format", "--pattern", "**/*.bicep");
        Assert.Equal(("", 0), (printed, exit));
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal(File.ReadAllText(Path.Combine(folder.Path, file)), File.ReadAllText(Path.Combine(Checkout.Infra, file))));
    }

    [Fact]
    public void Nothing_comes_from_a_registry() =>
        Assert.DoesNotContain(
            Directory.GetFiles(Checkout.Infra, "*.bicep*", SearchOption.AllDirectories),
            file => File.ReadAllText(file).Contains("'br:", StringComparison.Ordinal) || File.ReadAllText(file).Contains("'br/", StringComparison.Ordinal) || File.ReadAllText(file).Contains("'ts:", StringComparison.Ordinal));
}
