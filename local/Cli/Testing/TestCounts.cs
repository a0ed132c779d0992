using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace StreamPlatform.Local.Cli.Testing;

/// <summary>How tests ended.</summary>
internal sealed partial record TestCounts(int Passed, int Failed, int Skipped)
{
    public static TestCounts None { get; } = new(0, 0, 0);

    /// <summary>The plain summary that continuous integration reads.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed, {Skipped} skipped");

    public static TestCounts operator +(TestCounts a, TestCounts b) => new(a.Passed + b.Passed, a.Failed + b.Failed, a.Skipped + b.Skipped);

    /// <summary>From the results file of <c>dotnet test --logger trx</c>; what neither passed nor failed was skipped.</summary>
    public static TestCounts FromTrx(string file)
    {
        var outcomes = XDocument.Load(file).Descendants()
            .Where(element => element.Name.LocalName == "UnitTestResult")
            .Select(element => element.Attribute("outcome")?.Value)
            .ToList();
        var passed = outcomes.Count(outcome => outcome == "Passed");
        var skipped = outcomes.Count(outcome => outcome is "NotExecuted" or "Pending" or null);
        return new(passed, outcomes.Count - passed - skipped, skipped);
    }

    /// <summary>From the last plain line of a run's output; null when it never came to one.</summary>
    public static TestCounts? FromPlainLine(string? output) => PlainLine().Matches(output ?? "") is [.., var last]
        ? new(Number(last, 1), Number(last, 2), Number(last, 3))
        : null;

    private static int Number(Match line, int group) => int.Parse(line.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d+) passed, (\d+) failed, (\d+) skipped\r?$", RegexOptions.Multiline)]
    private static partial Regex PlainLine();
}
