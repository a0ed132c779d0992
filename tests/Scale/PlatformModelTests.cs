using StreamPlatform.Bench.Scale;

namespace StreamPlatform.Scale.Tests;

public sealed class PlatformModelTests
{
    private static readonly Bench.Scale.Sheet.Workbook Book = PlatformModel.Create();

    [Theory]
    [InlineData("viewers", 41_666_667)] // 1e9 h / 24 h
    [InlineData("egress", 145.833)] // × 3.5 Mbit/s
    [InlineData("egressDay", 1_575)] // 1e9 h × 3,600 s × 3.5 Mbit / 8 / 1e9
    [InlineData("segmentRequests", 20_833_333)] // two each 4 s
    [InlineData("views", 86_805.6)] // 7.5e9 of 8 min a day
    [InlineData("heartbeats", 1_388_889)] // each 30 s
    [InlineData("throughputUnits", 2_778)] // the events decide, not the bytes
    [InlineData("hubNamespaces", 70)] // of 40
    [InlineData("cores", 43_600)] // 30,000 min a minute × 87.2 s / 60 s
    [InlineData("items", 583.333)] // 500 chunks and 83.3 others
    [InlineData("uploads", 41.6667)] // 30,000 min a minute / 12 min
    [InlineData("uploadIngress", 600)] // 30,000 × 10 Mbit/s × 2
    [InlineData("originalsDay", 3.24)] // 720,000 h × 4.5 GB
    [InlineData("accountLasts", 21.949)] // 5.63 PB / 6.156 PB a day
    [InlineData("segmentWrites", 90_000)]
    [InlineData("watchedBytes", 1_575)]
    [InlineData("watchedEgress", 130.725)]
    [InlineData("unavailable", 43.2)]
    [InlineData("cosmosCost", 2_183.6)] // 727,778 RU/s × $0.00012 × 24 h, and 10,512 GB × $0.25 / 30
    [InlineData("idleDevMonth", 167.34)] // 35 + 2 × 0.0144 × 720 + 0.03 × 720 + 10 + 75 + 5
    public void Derived_figures_are_what_the_hand_reckons(string name, double expected) =>
        Assert.InRange(Book[name], expected * 0.999, expected * 1.001);

    [Fact]
    public void Every_break_point_compares_like_with_like() =>
        Assert.All(BreakPoint.All, point => Assert.True(SheetTables.Carries(Book, point) > 0));

    [Fact]
    public void Every_input_is_used_by_a_formula_a_limit_or_a_simulation()
    {
        var used = string.Join(' ', Book.Sections.SelectMany(Book.In).Select(figure => figure.From)
            .Concat(BreakPoint.All.Select(point => point.Limit)));
        var idle = Book.Sections.SelectMany(Book.In).Where(figure => figure.From is null)
            .Select(figure => figure.Name)
            .Where(name => !System.Text.RegularExpressions.Regex.IsMatch(used, $@"\b{name}\b"));
        Assert.Empty(idle);
    }

    [Theory]
    [InlineData(145.8333, "146")]
    [InlineData(41_666_667, "41,700,000")]
    [InlineData(0.0835, "0.0835")]
    [InlineData(0.00012, "0.00012")]
    [InlineData(2_000, "2,000")]
    [InlineData(3.5, "3.5")]
    [InlineData(0, "0")]
    public void Values_are_shown_with_three_digits_that_count(double value, string shown) => Assert.Equal(shown, SheetTables.Shown(value));
}
