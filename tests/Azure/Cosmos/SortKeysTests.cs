using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Azure.Tests.Cosmos;

public sealed class SortKeysTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 14, 15, 9, 26, TimeSpan.FromHours(2));

    [Fact]
    public void Keys_are_ordered_as_times_are_and_then_as_ids_are()
    {
        string[] keys =
        [
            SortKeys.Of(At.AddTicks(-1), "b"), SortKeys.Of(At, "a"), SortKeys.Of(At, "b"), SortKeys.Of(At.AddTicks(1), "a"),
            SortKeys.Of(At.AddYears(7000), "a"), SortKeys.After(null),
        ];
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    [Fact]
    public void A_page_goes_on_after_the_key_it_ended_at()
    {
        var key = SortKeys.Of(At.AddTicks(1234567), "asset_1|2");
        Assert.Equal(key, SortKeys.After(SortKeys.CursorOf(key).ToString()));
        Assert.Equal(new PageCursor(At.AddTicks(1234567).UtcTicks, "asset_1|2"), SortKeys.CursorOf(key));
    }

    [Fact]
    public void A_cursor_nobody_gave_is_refused() => Assert.Throws<InvalidCursorException>(() => SortKeys.After("nonsense"));
}
