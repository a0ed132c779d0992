using System.Text.Json;
using System.Text.RegularExpressions;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Tracks;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Playback;
using StreamPlatform.Functions.Tests.Playback;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Catalog;

/// <summary>Tracks and chapters from upload to manifest, without anything being processed again.</summary>
public sealed class TrackRoutesTests : IAsyncLifetime
{
    private const string Srt = "1\n00:00:01,000 --> 00:00:02,000\nHello\n";

    private readonly PlaybackHouse _house = new();
    private string _key = "";
    private Asset _asset = null!;

    public async Task InitializeAsync()
    {
        _key = await _house.NewKeyAsync();
        _asset = await _house.AddAsync(AssetState.Ready);
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task An_uploaded_track_is_in_the_manifests_at_once_and_stored_as_webvtt()
    {
        var (status, body, _) = await PutAsync("pt-br", Srt, "?kind=captions&label=Legendas");
        Assert.Equal((200, "pt-BR", "captions", "Legendas", 1), (status, Text(body, "language"), Text(body, "kind"), Text(body, "label"), Json(body).GetProperty("cues").GetInt32()));

        var hls = await HlsAsync();
        Assert.Contains("TYPE=SUBTITLES,GROUP-ID=\"text\",NAME=\"Legendas\",LANGUAGE=\"pt-BR\"", hls, StringComparison.Ordinal);
        var playlist = await TrackPlaylistAsync("text-pt-BR-captions");
        Assert.Contains("/media/" + Blob(playlist) + "?e=", playlist, StringComparison.Ordinal);
        Assert.StartsWith("WEBVTT", await StoredAsync(Blob(playlist)), StringComparison.Ordinal);
        var (_, mpd, _) = await _house.GetAsync(_house.Function<GetDash>().RunAsync(Request("GET", "x"), PlaybackId, default));
        Assert.Contains("mimeType=\"text/vtt\"", mpd, StringComparison.Ordinal);
        Assert.Contains(Blob(playlist), mpd, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replaced_track_has_a_new_address_and_the_old_one_stays_for_players_that_hold_it()
    {
        await PutAsync("en", Srt);
        var before = Blob(await TrackPlaylistAsync("text-en"));
        await PutAsync("en", Srt.Replace("Hello", "Goodbye", StringComparison.Ordinal));
        var after = Blob(await TrackPlaylistAsync("text-en"));

        Assert.NotEqual(before, after);
        Assert.Contains("Hello", await StoredAsync(before), StringComparison.Ordinal);
        Assert.Contains("Goodbye", await StoredAsync(after), StringComparison.Ordinal);

        _house.Clock.Advance(TimeSpan.FromHours(25));
        await PutAsync("de", Srt);
        Assert.Null(await _house.Blobs.ReadAsync(new BlobPath(Containers.Media, before), 1000, default));
        Assert.NotNull(await _house.Blobs.ReadAsync(new BlobPath(Containers.Media, after), 1000, default));
    }

    [Fact]
    public async Task A_deleted_track_is_gone_from_the_list_and_the_manifest()
    {
        await PutAsync("en", Srt);
        Assert.Contains("\"uploaded\":true", await ListAsync(), StringComparison.Ordinal);
        Assert.Equal(204, (await DeleteAsync("en")).Status);
        Assert.Equal("{\"items\":[]}", await ListAsync());
        Assert.DoesNotContain("SUBTITLES", await HlsAsync(), StringComparison.Ordinal);
        Assert.Equal((404, "track.not_found"), Problem(await DeleteAsync("en")));
    }

    [Theory]
    [InlineData("en", "WEBVTT\n\n00:01.000 --> soon\nx", "", 422, "track.invalid")]
    [InlineData("en", "WEBVTT\n", "", 422, "track.empty")]
    [InlineData("english!", Srt, "", 400, "track.language_invalid")]
    [InlineData("en", Srt, "?kind=karaoke", 400, "track.kind_invalid")]
    [InlineData("en", Srt, "?label=a%22b", 400, "track.label_invalid")]
    public async Task What_is_no_track_is_refused(string language, string file, string query, int status, string code) =>
        Assert.Equal((status, code), Problem(await PutAsync(language, file, query)));

    [Fact]
    public async Task The_line_that_can_not_be_read_is_named() =>
        Assert.Contains("Line 6 ", (await PutAsync("en", Srt + "\n2\nno times\n")).Body, StringComparison.Ordinal);

    [Fact]
    public async Task A_file_beyond_two_megabytes_is_refused() =>
        Assert.Equal((413, "track.too_large"), Problem(await PutAsync("en", new string('x', (2 << 20) + 1))));

    [Fact]
    public async Task More_tracks_than_anyone_needs_are_refused()
    {
        var tracks = Enumerable.Range(0, TrackErrors.MaxTracks).Select(n => new UploadedTrack(n == 0 ? "de" : $"en-x-{n}", TextKind.Subtitles, "English", $"{n}.vtt", 1, 1, default));
        await _house.Get<Assets>().UpdateAsync(_asset.Id, asset => asset with { TextTracks = [.. tracks] }, default);

        Assert.Equal((409, "track.too_many"), Problem(await PutAsync("fr", Srt)));
        Assert.Equal(200, (await PutAsync("de", Srt)).Status);
    }

    [Fact]
    public async Task Strangers_and_old_etags_change_nothing()
    {
        var (_, _, headers) = await _house.GetAsync(_house.Function<GetTracks>().RunAsync(Request("GET", "x", _key), _asset.Id, default));
        await PutAsync("de", Srt);

        var request = Request("PUT", "x", _key, Srt);
        request.Headers.IfMatch = headers.ETag;
        Assert.Equal((412, "asset.changed"), Problem(await _house.GetAsync(_house.Function<PutTrack>().RunAsync(request, _asset.Id, "en", default))));
        Assert.Equal(401, (await _house.GetAsync(_house.Function<PutTrack>().RunAsync(Request("PUT", "x", null, Srt), _asset.Id, "en", default))).Status);
        Assert.Equal(404, (await _house.GetAsync(_house.Function<PutTrack>().RunAsync(Request("PUT", "x", _key, Srt), AssetIds.New(), "en", default))).Status);
        Assert.DoesNotContain("text-en", await HlsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chapters_are_watched_and_served_as_a_track()
    {
        Assert.Equal(404, (await ChaptersAsync()).Status);
        Assert.Equal(200, (await PutChaptersAsync(new { chapters = new[] { new { startSeconds = 0.0, title = "One & only" }, new { startSeconds = 2.5, title = "Two" } } })).Status);

        var (_, watch, _) = await _house.GetAsync(_house.Function<GetWatch>().RunAsync(Request("GET", "x"), PlaybackId, default));
        Assert.Contains("\"chapters\":[{\"startSeconds\":0,\"endSeconds\":2.5,\"title\":\"One & only\"}", watch, StringComparison.Ordinal);
        var (_, vtt, headers) = await ChaptersAsync();
        Assert.Contains("00:00:00.000 --> 00:00:02.500\nOne &amp; only\n", vtt, StringComparison.Ordinal);
        Assert.Equal("text/vtt", headers.ContentType);

        await PutChaptersAsync(new { });
        Assert.Equal(404, (await ChaptersAsync()).Status);
    }

    [Theory]
    [InlineData("""{"chapters":[{"startSeconds":1,"title":"a"},{"startSeconds":1,"title":"b"}]}""")]
    [InlineData("""{"chapters":[{"startSeconds":-1,"title":"a"}]}""")]
    [InlineData("""{"chapters":[{"startSeconds":1}]}""")]
    [InlineData("""{"chapters":[{"title":"a"}]}""")]
    [InlineData("""{"chapters":[null]}""")]
    [InlineData("""{"chapters":[{"startSeconds":1e9,"title":"a"}]}""")]
    public async Task Chapters_that_can_not_be_shown_are_refused(string body) =>
        Assert.Equal((400, "chapters.invalid"), Problem(await PutChaptersAsync(body)));

    private string PlaybackId => _asset.PlaybackIds[0].Id;

    private Task<(int Status, string Body, Microsoft.AspNetCore.Http.IHeaderDictionary Headers)> PutAsync(string language, string file, string query = "") =>
        _house.GetAsync(_house.Function<PutTrack>().RunAsync(Request("PUT", "x", _key, file, query), _asset.Id, language, default));

    private Task<(int Status, string Body, Microsoft.AspNetCore.Http.IHeaderDictionary Headers)> DeleteAsync(string language) =>
        _house.GetAsync(_house.Function<DeleteTrack>().RunAsync(Request("DELETE", "x", _key), _asset.Id, language, default));

    private Task<(int Status, string Body, Microsoft.AspNetCore.Http.IHeaderDictionary Headers)> PutChaptersAsync(object body) =>
        _house.GetAsync(_house.Function<PutAssetChapters>().RunAsync(Request("PUT", "x", _key, body), _asset.Id, default));

    private Task<(int Status, string Body, Microsoft.AspNetCore.Http.IHeaderDictionary Headers)> ChaptersAsync() =>
        _house.GetAsync(_house.Function<GetChapters>().RunAsync(Request("GET", "x"), PlaybackId, default));

    private async Task<string> ListAsync() => (await _house.GetAsync(_house.Function<GetTracks>().RunAsync(Request("GET", "x", _key), _asset.Id, default))).Body;

    private async Task<string> HlsAsync() => (await _house.GetAsync(_house.Function<GetHls>().RunAsync(Request("GET", "x"), PlaybackId, default))).Body;

    private async Task<string> TrackPlaylistAsync(string track) =>
        (await _house.GetAsync(_house.Function<GetHlsTrack>().RunAsync(Request("GET", "x"), PlaybackId, 1, track, default))).Body;

    private async Task<string> StoredAsync(string blob) =>
        System.Text.Encoding.UTF8.GetString((await _house.Blobs.ReadAsync(new BlobPath(Containers.Media, blob), 10_000, default))!);

    private static string Blob(string playlist) => Regex.Match(playlist, @"/media/(\S+\.vtt)\?").Groups[1].Value;

    private static JsonElement Json(string body) => JsonDocument.Parse(body).RootElement;

    private static string? Text(string body, string name) => Json(body).GetProperty(name).GetString();

    private static (int, string?) Problem((int Status, string Body, Microsoft.AspNetCore.Http.IHeaderDictionary Headers) answer) => (answer.Status, Text(answer.Body, "code"));
}
