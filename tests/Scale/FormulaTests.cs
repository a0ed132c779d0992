using StreamPlatform.Bench.Scale.Sheet;

namespace StreamPlatform.Scale.Tests;

public sealed class FormulaTests
{
    private static Workbook Book() => new Workbook().Section("a")
        .Input("rate", 8, "Mbit/s", "")
        .Input("span", 2, "h", "")
        .Input("price", 3, "$/GB", "")
        .Input("count", 7, "requests", "");

    [Theory]
    [InlineData("rate * span", "GB", 7.2)]
    [InlineData("rate * span * price", "$", 21.6)]
    [InlineData("(count + 1) / 2 - 3", "1", 1)]
    [InlineData("ceil(count / 2)", "units", 4)]
    [InlineData("max(count, 2 * 4)", "units", 8)]
    [InlineData("count / span", "requests/day", 84)]
    public void Units_are_reckoned_with_the_values(string formula, string unit, double expected) =>
        Assert.Equal(expected, Book().Derive("it", unit, formula, "")["it"], 9);

    [Theory]
    [InlineData("rate + span", "Mbit/s")]
    [InlineData("rate * span", "Mbit/s")]
    [InlineData("max(rate, count)", "Mbit/s")]
    [InlineData("ceil(rate)", "Mbit/s")]
    [InlineData("rate * price", "$")]
    public void What_does_not_fit_is_refused(string formula, string unit) =>
        Assert.Throws<FormatException>(() => Book().Derive("it", unit, formula, ""));

    [Theory]
    [InlineData("rate *")]
    [InlineData("(rate")]
    [InlineData("rate rate")]
    [InlineData("unknown * 2")]
    [InlineData("root(count)")]
    public void What_is_no_formula_is_refused(string formula) =>
        Assert.Throws<FormatException>(() => Book().Derive("it", "Mbit/s", formula, ""));

    [Fact]
    public void A_unit_that_nobody_knows_is_refused() => Assert.Throws<FormatException>(() => Unit.Parse("Mbit/X"));
}
