using System.Text;
using System.Text.Json;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Functions.Telemetry;
using StreamPlatform.Functions.Tests.Playback;
using StreamPlatform.Functions.Tests.Support;

namespace StreamPlatform.Functions.Tests.Telemetry;

public sealed class TelemetryRouteTests : IAsyncLifetime
{
    private readonly PlaybackHouse _house = new(("RateLimits:PerSession", "2"));
    private string _token = "";

    public async Task InitializeAsync()
    {
        var id = (await _house.AddAsync(AssetState.Ready)).PlaybackIds[0].Id;
        var (_, session, _) = await _house.GetAsync(_house.Function<PostPlaybackSession>().RunAsync(FunctionsHouse.Request("POST", $"playback/{id}/sessions"), id, default));
        _token = JsonDocument.Parse(session).RootElement.GetProperty("sessionToken").GetString()!;
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain;charset=UTF-8")]
    [InlineData(null)]
    public async Task What_was_taken_is_answered_and_what_was_not_with_its_reason(string? type)
    {
        var (status, body, _) = await TellAsync(Body(_token), type);

        Assert.Equal(202, status);
        Assert.Equal(1, body.GetProperty("accepted").GetInt32());
        var rejected = Assert.Single(body.GetProperty("rejected").EnumerateArray());
        Assert.Equal((0, 1, "telemetry.event_invalid"), (rejected.GetProperty("beacon").GetInt32(), rejected.GetProperty("event").GetInt32(), rejected.GetProperty("code").GetString()));
        Assert.Equal(PlaybackEventType.Attempt, Assert.Single(((BeaconRecord)Assert.Single(_house.Stream.Records)).Events).Type);
    }

    [Fact]
    public async Task Of_a_forged_token_the_whole_beacon_is_rejected()
    {
        var (status, body, _) = await TellAsync(Body(_token + "A"));

        var rejected = Assert.Single(body.GetProperty("rejected").EnumerateArray());
        Assert.Equal((202, 0, "telemetry.token_invalid", false), (status, body.GetProperty("accepted").GetInt32(), rejected.GetProperty("code").GetString(), rejected.TryGetProperty("event", out _)));
    }

    [Fact]
    public async Task What_is_no_such_JSON_is_a_bad_request() => Assert.Equal((400, "request.body_invalid"), await CodeAsync("{}"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_64_kilobytes_are_too_much_whether_announced_or_not(bool announced)
    {
        var body = Body(_token) + new string(' ', 65_536);
        Assert.Equal((413, "request.body_too_large"), await CodeAsync(body, announced ? body.Length : null));
        Assert.Empty(_house.Stream.Records);
    }

    [Fact]
    public async Task A_session_that_tells_too_often_is_told_when_to_come_again()
    {
        await TellAsync(Body(_token));
        await TellAsync(Body(_token));
        var (status, body, headers) = await TellAsync(Body(_token));

        Assert.Equal((429, "telemetry.session_limited", "30"), (status, body.GetProperty("code").GetString(), headers["Retry-After"].ToString()));
    }

    [Fact]
    public async Task A_stream_that_takes_no_more_asks_for_patience()
    {
        _house.Stream.IsFull = true;
        var (status, body, headers) = await TellAsync(Body(_token));

        Assert.Equal((503, "telemetry.stream_full", "5"), (status, body.GetProperty("code").GetString(), headers["Retry-After"].ToString()));
    }

    private static string Body(string token) => JsonSerializer.Serialize(new
    {
        beacons = new[] { new { session = token, sentAt = 1000, events = new object[] { new { seq = 1, type = "attempt", at = 900, totals = new { watchedMs = 0 } }, new { seq = 2 } } } },
    });

    private async Task<(int Status, string? Code)> CodeAsync(string body, long? length = null) =>
        await TellAsync(body, null, length) is var (status, answer, _) ? (status, answer.GetProperty("code").GetString()) : default;

    private async Task<(int Status, JsonElement Body, Microsoft.AspNetCore.Http.IHeaderDictionary Headers)> TellAsync(string body, string? type = null, long? length = null)
    {
        var request = FunctionsHouse.Request("POST", "telemetry", null, Encoding.UTF8.GetBytes(body));
        (request.ContentType, request.ContentLength) = (type, length);
        var (status, answer, headers) = await _house.GetAsync(_house.Function<PostTelemetry>().RunAsync(request, default));
        return (status, JsonDocument.Parse(answer).RootElement, headers);
    }
}
