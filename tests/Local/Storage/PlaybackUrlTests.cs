using System.Web;
using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Storage;

namespace StreamPlatform.Local.Tests.Storage;

public sealed class PlaybackUrlTests
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 27, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeStorage _storage = new();
    private readonly FakeTimeProvider _clock = new(Noon);

    [Fact]
    public async Task A_signature_opens_one_folder_for_reading_until_a_while_after_its_bucket()
    {
        var folder = await Signer().SignAsync("asset_1/run_1/", default);
        var query = HttpUtility.ParseQueryString(folder.Query);
        var end = SignatureBuckets.EndFor("asset_1/run_1/", Noon);

        Assert.Equal(("d", "2", "r", "https"), (query["sr"], query["sdd"], query["sp"], query["spr"]));
        Assert.Equal(end - SignatureBuckets.Length, DateTimeOffset.Parse(query["st"]!, null));
        Assert.Equal(end + SignatureBuckets.Least, DateTimeOffset.Parse(query["se"]!, null));
        Assert.Equal(folder.ExpiresAt, end + SignatureBuckets.Least);
        Assert.Equal("https://cdn.example/media/asset_1/run_1/a.m4s", folder.UrlOf("asset_1/run_1/a.m4s").Split('?')[0]);
    }

    [Fact]
    public async Task All_instances_give_the_same_url_all_through_a_bucket_and_another_one_after_it()
    {
        var first = await Signer().SignAsync("asset_1/run_1/", default);
        _clock.SetUtcNow(SignatureBuckets.EndFor("asset_1/run_1/", Noon).AddSeconds(-1));
        var last = await Signer().SignAsync("asset_1/run_1/", default);
        _clock.Advance(TimeSpan.FromSeconds(2));
        var next = await Signer().SignAsync("asset_1/run_1/", default);

        Assert.Equal(first.UrlOf("x"), last.UrlOf("x"));
        Assert.NotEqual(first.UrlOf("x"), next.UrlOf("x"));
    }

    [Fact]
    public async Task Folders_have_signatures_of_their_own()
    {
        using var signer = Signer();
        var one = HttpUtility.ParseQueryString((await signer.SignAsync("asset_1/run_1/", default)).Query)["sig"];
        var other = HttpUtility.ParseQueryString((await signer.SignAsync("asset_1/run_2/", default)).Query)["sig"];

        Assert.NotEqual(one, other);
    }

    /// <summary>Storage is asked for a key once a day of buckets, whatever is signed; the key outlives all that it signs.</summary>
    [Fact]
    public async Task Keys_are_asked_for_once_and_outlive_their_signatures()
    {
        _clock.AdjustTime(Noon.AddHours(-6));
        using var signer = Signer();
        var signed = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => signer.SignAsync($"asset_{i}/run_1/", default)));

        var keys = _storage.Requests.Select(request => XElement.Parse(request.Body)).ToDictionary(
            key => DateTimeOffset.Parse(key.Element("Start")!.Value, null), key => DateTimeOffset.Parse(key.Element("Expiry")!.Value, null));
        Assert.Equal([Noon.Date.AddDays(-1), Noon.Date], keys.Keys.Select(start => start.UtcDateTime).Order());
        Assert.All(signed, folder =>
        {
            var query = HttpUtility.ParseQueryString(folder.Query);
            Assert.True(keys[DateTimeOffset.Parse(query["skt"]!, null)] >= folder.ExpiresAt);
            Assert.True(DateTimeOffset.Parse(query["skt"]!, null) <= DateTimeOffset.Parse(query["st"]!, null));
        });
    }

    [Fact]
    public async Task Without_a_cdn_players_fetch_from_storage()
    {
        using var signer = new SasPlaybackUrls(_storage.Client(), null, _clock);
        var folder = await signer.SignAsync("asset_1/run_1/", default);

        Assert.StartsWith("https://media.blob.core.windows.net/media/asset_1/run_1/a.m4s?", folder.UrlOf("asset_1/run_1/a.m4s"));
    }

    private SasPlaybackUrls Signer() => new(_storage.Client(), new Uri("https://cdn.example/media/"), _clock);
}
