using System.Net;
using System.Text;
using Azure;
using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Azure.Broadcasts;
using StreamPlatform.Azure.Operations;
using StreamPlatform.Domain.Broadcasts;
using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Azure.Tests.Wire;

/// <summary>What is sent to Web PubSub.</summary>
public sealed class BroadcastRequestsTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly RecordingTransport _wire = new();

    [Fact]
    public async Task A_token_is_asked_for_by_identity_for_one_user_and_one_group()
    {
        _wire.Then(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"token":"ab+c"}""", Encoding.UTF8, "application/json") });

        var listening = await Broadcasts().OpenAsync("user_1", "owner-user_1&x", TimeSpan.FromHours(1), default);

        var sent = Assert.Single(_wire.Requests);
        Assert.Equal(
            ("POST", "https://streamplatform.webpubsub.azure.com/api/hubs/streamplatform/:generateToken?userId=user_1&group=owner-user_1%26x&minutesToExpire=60&api-version=2024-01-01"),
            (sent.Method, sent.Url.AbsoluteUri));
        Assert.StartsWith("Bearer ", sent.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal("wss://streamplatform.webpubsub.azure.com/client/hubs/streamplatform?access_token=ab%2Bc", listening.Url.AbsoluteUri);
        Assert.Equal(_clock.GetUtcNow().AddHours(1), listening.ExpiresAt);
    }

    [Fact]
    public async Task News_goes_to_its_group_as_json()
    {
        _wire.Then(() => new HttpResponseMessage(HttpStatusCode.Accepted));

        await Broadcasts().TellAsync("owner-user_1", new OwnerNews("video.published", "asset_1", AssetState.Ready, 3, _clock.GetUtcNow()), default);

        var sent = Assert.Single(_wire.Requests);
        Assert.Equal(
            ("POST", "https://streamplatform.webpubsub.azure.com/api/hubs/streamplatform/groups/owner-user_1/:send?contentType=application/json&api-version=2024-01-01"),
            (sent.Method, sent.Url.AbsoluteUri));
        Assert.Contains("\"assetId\":\"asset_1\",\"status\":\"ready\",\"revision\":3", sent.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, 4)]
    [InlineData(HttpStatusCode.Forbidden, 1)]
    public async Task A_service_that_is_busy_is_asked_again_and_then_it_is_an_error(HttpStatusCode status, int tries)
    {
        _wire.Then(() => new HttpResponseMessage(status));

        Assert.Equal((int)status, (await Assert.ThrowsAsync<RequestFailedException>(() => Broadcasts().TellAsync("g", new { n = 1 }, default))).Status);
        Assert.Equal(tries, _wire.Requests.Count);
    }

    private WebPubSubBroadcasts Broadcasts()
    {
        var options = new RestOptions { Transport = _wire.Transport };
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        return new WebPubSubBroadcasts(new WebPubSubSettings(new Uri("https://streamplatform.webpubsub.azure.com"), null), RecordingTransport.Somebody, options, _clock);
    }
}
