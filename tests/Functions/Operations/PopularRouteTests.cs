using System.Text.Json;
using StreamPlatform.Domain.Processing.Economy;
using StreamPlatform.Functions.Operations;
using StreamPlatform.Functions.Tests.Playback;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Operations;

public sealed class PopularRouteTests : IAsyncDisposable
{
    private readonly PlaybackHouse _house = new();
    private readonly RecordingDurableClient _client = new();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task The_same_list_on_the_same_day_is_one_workflow()
    {
        const string List = """{"titles":[{"assetId":"asset_1","views":7000,"days":7},{"assetId":"asset_2","views":3}]}""";
        var (status, first) = await PostAsync(List);
        var (_, again) = await PostAsync(List);

        Assert.Equal((202, first), (status, again));
        var titles = Assert.IsType<PopularTitles>(Assert.Single(_client.Started).Value).Titles;
        Assert.Equal([1000, 3], titles.Select(title => title.ViewsPerDay));

        _house.Clock.Advance(TimeSpan.FromDays(1));
        await PostAsync(List);
        Assert.Equal(2, _client.Started.Count);
    }

    [Theory]
    [InlineData("""{"titles":[]}""", "economy.titles_invalid")]
    [InlineData("{}", "economy.titles_invalid")]
    [InlineData("""{"titles":[{"assetId":"asset_1","views":-1}]}""", "economy.velocity_invalid")]
    [InlineData("""{"titles":[{"views":1}]}""", "economy.velocity_invalid")]
    [InlineData("""{"titles":[null]}""", "economy.velocity_invalid")]
    public async Task What_can_not_be_meant_is_refused(string list, string code)
    {
        var (status, body) = await PostAsync(list);
        Assert.Equal(400, status);
        Assert.Contains(code, body, StringComparison.Ordinal);
        Assert.Empty(_client.Started);
    }

    [Theory]
    [InlineData("popular-20260101-0")]
    [InlineData("process-asset_1")]
    public async Task A_look_that_nobody_asked_for_is_not_found(string id)
    {
        var (status, body, _) = await _house.GetAsync(new GetPopular().RunAsync(Request("GET", ""), id, _client, default));
        Assert.Equal(404, status);
        Assert.Contains("economy.not_found", body, StringComparison.Ordinal);
    }

    private async Task<(int Status, string Body)> PostAsync(string list)
    {
        var (status, body, _) = await _house.GetAsync(new PostPopular(_house.Clock).RunAsync(Request("POST", "operations/popular", body: JsonDocument.Parse(list).RootElement), _client, default));
        return (status, body);
    }
}
