using System.Text.RegularExpressions;

namespace StreamPlatform.Domain.Tests;

/// <summary>What docs/security.md says is tested.</summary>
public sealed partial class SecurityPageTests
{
    [Fact]
    public void Each_test_that_the_page_on_security_names_is_there()
    {
        var page = File.ReadAllText(Path.Combine(ErrorCodesPage.Root, "docs", "security.md"));
        var named = Named().Matches(page).Select(match => match.Groups["name"].Value).ToHashSet();
        var there = Directory.EnumerateFiles(Path.Combine(ErrorCodesPage.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Written().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value))
            .ToHashSet();

        Assert.True(named.Count > 30);
        Assert.Empty(named.Except(there));
    }

    /// <summary>Sentences: words with underscores between. Settings have two.</summary>
    [GeneratedRegex("`(?<name>[A-Z][a-zA-Z]*(?:_[a-zA-Z0-9]+){2,})`")]
    private static partial Regex Named();

    [GeneratedRegex(@"\[(?:Fact|Theory)[\s\S]{0,4000}?public (?:async )?(?:Task|void) (?<name>\w+)\(")]
    private static partial Regex Written();
}
