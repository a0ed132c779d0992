using StreamPlatform.Domain.Uploads.Imports;
using StreamPlatform.Functions.Tests.Support;
using StreamPlatform.Functions.Uploads;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Uploads;

public sealed class ImportRoutesTests : IAsyncLifetime
{
    private readonly FunctionsHouse _house = new();
    private readonly RecordingDurableClient _client = new();
    private string _key = "";

    public async Task InitializeAsync() => _key = await _house.NewKeyAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_creator_is_told_where_to_follow_the_file_and_that_it_is_fetched()
    {
        var answer = await PostAsync(new { url = "https://files.example/sea.mp4?sig=secret", title = "The sea", policy = "signed" });

        Assert.Equal(202, answer.Status);
        Assert.Equal($"/api/uploads/{answer.Text("uploadId")}", answer.Headers.Location);
        Assert.StartsWith("asset_", answer.Text("assetId"), StringComparison.Ordinal);
        Assert.StartsWith("play_", answer.Text("playbackId"), StringComparison.Ordinal);
        Assert.Equal(("sea.mp4", "awaiting"), (answer.Text("fileName"), answer.Text("state")));
        Assert.False(answer.Body.TryGetProperty("url", out _));
        var import = answer.Body.GetProperty("import");
        Assert.Equal(("https://files.example/sea.mp4", 0), (import.GetProperty("url").GetString(), import.GetProperty("bytesDone").GetInt64()));
        Assert.Equal($"import-{answer.Text("uploadId")}", Assert.Single(_client.Started).Key);
    }

    [Theory]
    [InlineData("""{}""", 422, "import.url_invalid")]
    [InlineData("""{"url":"sea.mp4"}""", 422, "import.url_invalid")]
    [InlineData("""{"url":"http://127.0.0.1/sea.mp4"}""", 422, "import.url_invalid")]
    [InlineData("""{"url":"https://user:pass@files.example/sea.mp4"}""", 422, "import.url_invalid")]
    [InlineData("""{"url":"https://files.example/sea.mp4","title":" "}""", 400, "asset.title_invalid")]
    [InlineData("""{"url":7}""", 400, "request.body_invalid")]
    public async Task What_can_not_be_meant_is_a_problem_with_a_code(string body, int status, string code)
    {
        (await PostAsync(body)).IsProblem(status, code);
        Assert.Empty(_client.Started);
    }

    private Task<Answer> PostAsync(object body) =>
        _house.AnswerAsync(_house.Function<PostAsset>().RunAsync(Request("POST", "assets", _key, body), _client, default));
}
