using System.Text.RegularExpressions;

namespace StreamPlatform.Architecture.Tests;

/// <summary>Rules about the text of the sources that no compiler checks.</summary>
public sealed partial class SourceTests
{
    private static readonly string Root = FindRoot();

    [Theory]
    [InlineData("functions")]
    [InlineData("orchestrations")]
    public void Nothing_outside_the_switch_names_the_genuine_programming_model(string room)
    {
        var offenders = SourcesOf(room)
            .Where(file => Path.GetFileName(file) != "Program.cs")
            .Where(file => GenuineNamespace().IsMatch(File.ReadAllText(file)));
        Assert.Empty(offenders);
    }

    [Theory]
    [InlineData("functions")]
    [InlineData("orchestrations")]
    public void Nothing_outside_the_switch_names_the_embedded_programming_model(string room) =>
        Assert.DoesNotContain(SourcesOf(room), file => File.ReadAllText(file).Contains("StreamPlatform.Local", StringComparison.Ordinal));

    [Fact]
    public void Hardly_any_file_is_longer_than_three_hundred_lines()
    {
        var lengths = new[] { "src", "functions", "orchestrations", "local", "transcoder", "live" }
            .SelectMany(SourcesOf)
            .Select(file => (File: file, Lines: File.ReadLines(file).Count()))
            .ToList();
        Assert.InRange(lengths.Count(file => file.Lines > 300), 0, lengths.Count / 50);
    }

    /// <summary>JobRunner has each presentation read as <c>stream check</c> reads it; the packager's own tests make what is wrong on purpose.</summary>
    [Fact]
    public void Tests_package_plans_only_where_the_outcome_is_checked()
    {
        var packager = Path.Combine(Root, "tests", "Media", "Packaging") + Path.DirectorySeparatorChar;
        var places = SourcesOf("tests").Where(file => !file.StartsWith(packager, StringComparison.Ordinal) && NewPackager().IsMatch(File.ReadAllText(file)));
        Assert.Equal(["JobRunner.cs"], places.Select(Path.GetFileName));
    }

    private static IEnumerable<string> SourcesOf(string room) =>
        Directory.EnumerateFiles(Path.Combine(Root, room), "*.cs", SearchOption.AllDirectories);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "StreamPlatform.sln")))
                return folder.FullName;
        throw new InvalidOperationException("StreamPlatform.sln was not found above the test's folder.");
    }

    [GeneratedRegex(@"new\s+Packager\(")]
    private static partial Regex NewPackager();

    [GeneratedRegex(@"using\s+(static\s+)?Microsoft\.(Azure\.Functions\.Worker|DurableTask)")]
    private static partial Regex GenuineNamespace();
}
