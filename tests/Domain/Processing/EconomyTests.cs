using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Economy;

namespace StreamPlatform.Domain.Tests.Processing;

public sealed class EconomyTests
{
    private static readonly PlanPrices Prices = new(CpuHour: 0.36m, GigabyteMonth: 0.02m);
    private static readonly EconomyOptions Options = new() { EgressGigabyte = 0.1m, HorizonDays = 30, WatchedShare = 0.5, Margin = 2 };
    private static readonly EconomyStep Step = new("av1", 300, "av1", null, Saves: 0.4, Reach: 0.5);

    [Fact]
    public void What_is_saved_grows_with_views_seconds_and_bits_and_what_it_costs_does_not()
    {
        // 100 views × 30 days × half watched × half reached = 750 plays of 1,000 s at 3 Mbit/s: 281.25 GB, of which 0.4 are saved.
        var estimate = EconomyEstimate.Of(Step, Options, Prices, viewsPerDay: 100, seconds: 1000, [4_000_000, 2_000_000], cpuSeconds: 10_000, replaces: false);

        Assert.Equal(11.25m, estimate.Saving);
        Assert.Equal(1m, estimate.Encoding);
        Assert.Equal(0.009m, estimate.Storage);
        Assert.Equal(112.5m, EconomyEstimate.Of(Step, Options, Prices, 1000, 1000, [4_000_000, 2_000_000], 10_000, false).Saving);
        Assert.Equal(0, EconomyEstimate.Of(Step, Options, Prices, 100, 1000, [4_000_000, 2_000_000], 10_000, replaces: true).Storage);
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(201, true)]
    public void It_pays_only_when_it_saves_so_many_times_what_it_costs(int cents, bool pays) =>
        Assert.Equal(pays, new EconomyEstimate(cents / 100m, 0.75m, 0.25m).Pays(Options));

    [Fact]
    public void A_title_that_nobody_watches_never_pays() =>
        Assert.False(EconomyEstimate.Of(Step, Options, Prices, 0, 36_000, [25_000_000], 1, replaces: true).Pays(Options));

    [Fact]
    public void Numbers_beyond_reason_are_no_overflow() =>
        Assert.True(EconomyEstimate.Of(Step, Options, Prices, 1e12, 864_000, [100_000_000], 1e9, false).Saving > 0);

    [Theory]
    [InlineData("asset_1", 1, 1, null)]
    [InlineData("asset_1", 0, 365, null)]
    [InlineData("", 1, 1, "economy.velocity_invalid")]
    [InlineData("asset_1", -1, 1, "economy.velocity_invalid")]
    [InlineData("asset_1", double.NaN, 1, "economy.velocity_invalid")]
    [InlineData("asset_1", 1, 0, "economy.velocity_invalid")]
    [InlineData("asset_1", 1, 366, "economy.velocity_invalid")]
    public void Numbers_that_can_not_be_meant_are_refused(string asset, double views, double days, string? code) =>
        Assert.Equal(code, new PopularTitles([new TitleVelocity(asset, views, days)]).Check()?.Code);

    [Fact]
    public void Neither_none_nor_too_many_titles_are_taken() =>
        Assert.All([0, 101], count => Assert.Equal("economy.titles_invalid", new PopularTitles([.. Enumerable.Repeat(new TitleVelocity("asset_1", 1), count)]).Check()!.Code));

    [Fact]
    public void A_setting_out_of_range_is_named() =>
        Assert.Contains("Economy:Margin", Assert.Throws<ArgumentException>(() => new EconomyOptions { Margin = 0 }.Validated()).Message, StringComparison.Ordinal);
}
