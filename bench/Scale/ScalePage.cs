using System.Text.RegularExpressions;
using StreamPlatform.Bench.Scale.Backlog;
using StreamPlatform.Bench.Scale.Cache;
using StreamPlatform.Bench.Scale.Sheet;

namespace StreamPlatform.Bench.Scale;

/// <summary>Fills the tables of docs/scale.md: each between <c>&lt;!-- table: name --&gt;</c> and <c>&lt;!-- end --&gt;</c>.</summary>
internal static partial class ScalePage
{
    public static IReadOnlyDictionary<string, string> Tables(Workbook book, CacheTables cache, BacklogTables backlog) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["load"] = SheetTables.Inputs(book, Inputs.Load),
        ["platform"] = SheetTables.Inputs(book, Inputs.Platform),
        ["limits"] = SheetTables.Inputs(book, Inputs.Limits),
        ["prices"] = SheetTables.Inputs(book, Inputs.Prices),
        ["watching"] = SheetTables.Derived(book, PlatformModel.Viewing),
        ["telemetry"] = SheetTables.Derived(book, PlatformModel.Telemetry),
        ["making"] = SheetTables.Derived(book, PlatformModel.Making),
        ["storage"] = SheetTables.Derived(book, PlatformModel.Keeping),
        ["documents"] = SheetTables.Derived(book, PlatformModel.Documents),
        ["day"] = SheetTables.Derived(book, Dollars.Day),
        ["pieces"] = SheetTables.Derived(book, Dollars.Units),
        ["idle"] = SheetTables.Derived(book, Dollars.Idle),
        ["breaking"] = SheetTables.Breaking(book),
        ["schemes"] = cache.ByScheme(),
        ["audiences"] = CacheTables.ByAudience(),
        ["backlog"] = backlog.Table(),
    };

    /// <exception cref="KeyNotFoundException">The page names a table that there isn't.</exception>
    public static string Fill(string page, IReadOnlyDictionary<string, string> tables) =>
        Place().Replace(page, place => $"{place.Groups["begin"].Value}\n{tables[place.Groups["name"].Value]}\n<!-- end -->");

    public static IReadOnlyList<string> Named(string page) => [.. Place().Matches(page).Select(place => place.Groups["name"].Value)];

    [GeneratedRegex(@"(?<begin><!-- table: (?<name>\w+) -->)\n.*?<!-- end -->", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
