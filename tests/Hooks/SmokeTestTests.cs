namespace StreamPlatform.Hooks.Tests;

public sealed class SmokeTestTests : IDisposable
{
    private readonly Deployment _azure = new(Shell.Sh);

    public SmokeTestTests() => _azure.Environment["STREAMPLATFORM_API_KEY"] = Deployment.ApiKey;

    public void Dispose() => _azure.Dispose();

    [Fact]
    public void A_clip_is_uploaded_watched_until_it_plays_and_deleted()
    {
        var result = _azure.Run("postdeploy").Succeeded();

        Assert.Equal(
            [
                "GET https://video.example/api/account",
                "GET https://video.example/api/uploads",
                "PUT https://content.example/uploads/asset_1/up_1",
                .. Enumerable.Repeat("GET https://video.example/api/assets/asset_1", 4),
                "GET https://video.example/api/playback/play_1.m3u8",
                "GET https://video.example/api/playback/play_1/r1/360p.m3u8",
                "GET https://video.example/media/asset_1/run_1/1.m4s",
                "DELETE https://video.example/api/assets/asset_1",
            ],
            _azure.Requests);
        Assert.Equal(File.ReadAllBytes(Repository.At("scripts", "smoke-clip.mp4")), File.ReadAllBytes(_azure.At("state", "uploaded")));
        Assert.Contains($"\"sizeBytes\":{new FileInfo(Repository.At("scripts", "smoke-clip.mp4")).Length}", _azure.Read("state", "upload.json"));
        Assert.Contains("Smoke test: processing\n", result.Output);
        Assert.EndsWith("Smoke test: a video plays.\n", result.Output);
    }

    [Fact]
    public void Without_a_key_it_is_left_out_and_says_so()
    {
        _azure.Environment.Remove("STREAMPLATFORM_API_KEY");
        Assert.Contains("STREAMPLATFORM_API_KEY is not set", _azure.Run("postdeploy").Succeeded().Output);
        Assert.Empty(_azure.Requests);
    }

    [Fact]
    public void An_edge_that_does_not_know_the_deployment_yet_is_waited_for()
    {
        _azure.Environment["FAKE_API_LATE"] = "5";
        Assert.Contains("Waiting for the API at https://video.example", _azure.Run("postdeploy").Succeeded().Output);
    }

    [Fact]
    public void An_edge_that_never_answers_ends_it()
    {
        _azure.Environment["FAKE_API_LATE"] = "1000";
        _azure.Environment["STREAMPLATFORM_SMOKE_MINUTES"] = "2";
        _azure.Run("postdeploy").Failed(1, "did not answer within 2 minutes", "404");
        Assert.Equal(12, _azure.Requests.Length);
    }

    [Fact]
    public void A_refused_key_is_not_tried_again()
    {
        _azure.Environment["FAKE_API_KEY"] = "another";
        _azure.Run("postdeploy").Failed(1, "refused the key in STREAMPLATFORM_API_KEY");
        Assert.Single(_azure.Requests);
    }

    [Fact]
    public void A_failed_asset_is_told_with_its_code_and_kept()
    {
        _azure.Environment["FAKE_STATUSES"] = "processing failed";
        _azure.Run("postdeploy").Failed(1, "asset_1 is 'failed' (source.not_media)");
        Assert.False(File.Exists(_azure.At("state", "deleted")));
    }

    [Fact]
    public void An_asset_that_stays_where_it_is_ends_it_when_the_time_is_up()
    {
        _azure.Environment["FAKE_STATUSES"] = "processing";
        _azure.Environment["STREAMPLATFORM_SMOKE_MINUTES"] = "1";
        _azure.Run("postdeploy").Failed(1, "still 'processing' after 1 minutes", "poison");
        Assert.Equal(6, _azure.Requests.Count(request => request.EndsWith("/api/assets/asset_1", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_empty_segment_is_no_video()
    {
        _azure.Environment["FAKE_SEGMENT"] = "";
        _azure.Run("postdeploy").Failed(1, "first segment of the asset asset_1 is empty");
    }

    [Theory]
    [InlineData("STREAMPLATFORM_SMOKE_MINUTES", "soon", "number of minutes")]
    [InlineData("STREAMPLATFORM_SMOKE_MINUTES", "1000", "number of minutes")]
    [InlineData("STREAMPLATFORM_API_KEY", "a\"\nurl = \"https://elsewhere.example", "not an API key")]
    public void Settings_that_make_no_sense_are_refused(string name, string value, string words)
    {
        _azure.Environment[name] = value;
        _azure.Run("postdeploy").Failed(2, words);
        Assert.Empty(_azure.Requests);
    }

    [Fact]
    public void Without_curl_it_says_where_it_is()
    {
        _azure.RemoveTool("curl");
        _azure.Run("postdeploy").Failed(2, "curl is not installed", "https://curl.se");
    }
}
