using System.Globalization;
using System.Text;
using StreamPlatform.Bench.Scale.Sheet;

namespace StreamPlatform.Bench.Scale;

/// <summary>The sheet as Markdown tables.</summary>
internal static class SheetTables
{
    public static string Inputs(Workbook book, string section) => Table(
        "| input | value | unit | source |\n|---|---|---|---|",
        book.In(section).Select(figure => $"| `{figure.Name}` | {Shown(figure.Value)} | {figure.Unit.Text} | {figure.Note} |"));

    public static string Derived(Workbook book, string section) => Table(
        "| figure | value | unit | formula | |\n|---|---|---|---|---|",
        book.In(section).Select(figure => $"| `{figure.Name}` | {Shown(figure.Value)} | {figure.Unit.Text} | `{figure.From}` | {figure.Note} |"));

    /// <summary>What carries the smallest share of the load comes first.</summary>
    public static string Breaking(Workbook book) => Table(
        "| one … | asked | allowed | breaks at (share of the load) | what to do |\n|---|---|---|---|---|",
        BreakPoint.All.OrderBy(point => Carries(book, point)).Select(point =>
        {
            var (demand, limit) = (book.Find(point.Demand), book.Find(point.Limit));
            return $"| {point.What} | {Shown(demand.Value)} {demand.Unit.Text} | {Shown(limit.Value)} {limit.Unit.Text} | {Share(Carries(book, point))} | {point.Then} |";
        }));

    public static double Carries(Workbook book, BreakPoint point) =>
        (book.Find(point.Limit).Quantity / book.Find(point.Demand).Quantity) is var share && share.Dimension == default
            ? share.Value
            : throw new FormatException($"{point.Demand} and {point.Limit} are of different things.");

    /// <summary>Three digits that count, and thousands apart.</summary>
    public static string Shown(double value)
    {
        if (value == 0)
            return "0";
        var decimals = Math.Max(0, 2 - (int)Math.Floor(Math.Log10(Math.Abs(value))));
        var rounded = decimals > 0 ? value : Math.Round(value / Step(value)) * Step(value);
        return rounded.ToString("#,0." + new string('#', Math.Min(decimals, 9)), CultureInfo.InvariantCulture);
    }

    public static string Table(string head, IEnumerable<string> lines) =>
        lines.Aggregate(new StringBuilder(head), (text, line) => text.Append('\n').Append(line)).ToString();

    private static string Share(double share) => share >= 1 ? "carries it" : $"{Shown(share * 100)} %";

    private static double Step(double value) => Math.Max(1, Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2));
}
