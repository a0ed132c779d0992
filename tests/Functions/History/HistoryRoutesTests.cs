using StreamPlatform.Domain.History;
using StreamPlatform.Functions.Accounts.Profiles;
using StreamPlatform.Functions.History;
using StreamPlatform.Functions.Tests.Social;

namespace StreamPlatform.Functions.Tests.History;

public sealed class HistoryRoutesTests : IAsyncLifetime
{
    private SocialHouse _house = null!;

    public async Task InitializeAsync() => _house = await SocialHouse.OpenAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_viewer_goes_on_where_they_stopped_and_takes_it_out_again()
    {
        var now = _house.Playback.Clock.GetUtcNow();
        Assert.Null((await _house.CallAsync<GetVideoHistory>(_house.Viewer)).Text("video"));
        await _house.CallAsync<PutVideoHistory>(_house.Viewer, new { positionSeconds = 3, watched = "fff0000000000000000000000", at = now.AddSeconds(-2) });
        await _house.CallAsync<PutVideoHistory>(_house.Viewer, new { positionSeconds = 1, at = now.AddSeconds(-3) });

        var known = (await _house.CallAsync<GetVideoHistory>(_house.Viewer)).Body.GetProperty("video");
        Assert.Equal((3, _house.Asset.Title, _house.PlaybackId), (known.GetProperty("positionSeconds").GetDouble(), known.GetProperty("title").GetString(), known.GetProperty("playbackId").GetString()));
        Assert.Single((await _house.CallAsync<GetHistory>(_house.Viewer)).Body.GetProperty("items").EnumerateArray());
        Assert.Empty((await _house.CallAsync<GetHistory>(_house.Owner)).Body.GetProperty("items").EnumerateArray());

        Assert.Equal(204, (await _house.CallAsync<DeleteVideoHistory>(_house.Viewer)).Status);
        Assert.Empty((await _house.CallAsync<GetHistory>(_house.Viewer)).Body.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task What_is_cleared_is_gone_at_once_and_a_workflow_erases_it()
    {
        await _house.CallAsync<PutVideoHistory>(_house.Viewer, new { positionSeconds = 3 });

        Assert.Equal(204, (await _house.CallAsync<DeleteHistory>(_house.Viewer)).Status);

        Assert.Empty((await _house.CallAsync<GetHistory>(_house.Viewer)).Body.GetProperty("items").EnumerateArray());
        Assert.Equal(_house.Playback.Clock.GetUtcNow(), Assert.IsType<HistoryClearing>(Assert.Single(_house.Workflows.Started).Value).At);
    }

    [Fact]
    public async Task Who_paused_their_history_is_told_so_and_nothing_is_kept()
    {
        await _house.CallAsync<PatchMe>(_house.Viewer, new { privacy = new { historyPaused = true } });

        Assert.Equal("True", (await _house.CallAsync<PutVideoHistory>(_house.Viewer, new { positionSeconds = 3 })).Text("paused"));

        Assert.Null((await _house.CallAsync<GetVideoHistory>(_house.Viewer)).Text("video"));
    }

    [Fact]
    public async Task What_is_no_report_or_nobodys_is_refused()
    {
        (await _house.CallAsync<PutVideoHistory>(null, new { positionSeconds = 3 })).IsProblem(401, "auth.required");
        (await _house.CallAsync<PutVideoHistory>(_house.Viewer, new { positionSeconds = -1 })).IsProblem(422, "history.report_invalid");
        (await _house.CallAsync<PutVideoHistory>(_house.Viewer, new { positionSeconds = 1, at = _house.Playback.Clock.GetUtcNow().AddDays(-2) })).IsProblem(422, "history.too_late");
        (await _house.CallAsync<GetHistory>(_house.Viewer, query: "?unfinished=maybe")).IsProblem(400, "request.flag_invalid");
    }
}
