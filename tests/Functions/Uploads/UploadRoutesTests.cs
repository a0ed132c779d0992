using StreamPlatform.Domain.Catalog;
using StreamPlatform.Functions.Tests.Support;
using StreamPlatform.Functions.Uploads;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Uploads;

public sealed class UploadRoutesTests : IAsyncLifetime
{
    private readonly FunctionsHouse _house = new(("Quotas:ConcurrentUploads", "2"), ("Processing:MaxBytes", "9000"));
    private string _key = "";

    public async Task InitializeAsync() => _key = await _house.NewKeyAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_creator_gets_an_upload_with_all_it_needs_to_send_the_file()
    {
        var answer = await PostAsync(new { fileName = "sea.mp4", sizeBytes = 1000, title = "The sea", policy = "signed" });

        Assert.Equal(201, answer.Status);
        Assert.Equal($"/api/uploads/{answer.Text("uploadId")}", answer.Headers.Location);
        Assert.StartsWith("asset_", answer.Text("assetId"), StringComparison.Ordinal);
        Assert.StartsWith("play_", answer.Text("playbackId"), StringComparison.Ordinal);
        Assert.Contains($"uploads/{answer.Text("assetId")}/{answer.Text("uploadId")}", answer.Text("url"), StringComparison.Ordinal);
        Assert.Equal(4 << 20, answer.Body.GetProperty("blockSizeBytes").GetInt32());
        Assert.Equal(_house.Clock.GetUtcNow().AddHours(24), answer.Body.GetProperty("expiresAt").GetDateTimeOffset());
        Assert.Equal("awaiting", answer.Text("state"));
    }

    [Fact]
    public async Task What_is_said_of_the_asset_with_the_upload_is_the_assets()
    {
        var answer = await PostAsync(new { fileName = "sea.mp4", sizeBytes = 1000, visibility = "private", description = "Waves", tags = new[] { "sea" }, category = (string?)null });

        var asset = (await _house.Get<IAssetStore>().FindAsync(answer.Text("assetId")!, default))!.Value;
        Assert.Equal(("sea", Visibility.Private, "Waves", "sea"), (asset.Title, asset.Visibility, asset.Metadata.Description, Assert.Single(asset.Metadata.Tags)));
        (await PostAsync(new { fileName = "sea.mp4", sizeBytes = 1000, language = "?" })).IsProblem(400, "asset.language_invalid");
    }

    [Theory]
    [InlineData("""{"fileName":"sea.mp4"}""", 400, "upload.size_invalid")]
    [InlineData("""{"sizeBytes":1}""", 400, "upload.name_invalid")]
    [InlineData("""{"fileName":"sea.mp4","sizeBytes":9001}""", 413, "upload.too_large")]
    [InlineData("""{"fileName":"sea.mp4","sizeBytes":1,"assetId":"asset_x"}""", 404, "asset.not_found")]
    [InlineData("""{"fileName":"sea.mp4","sizeBytes":"many"}""", 400, "request.body_invalid")]
    [InlineData("""{"fileName":"sea.mp4","sizeBytes":1,"policy":"secret"}""", 400, "request.body_invalid")]
    [InlineData("""{"fileName":""", 400, "request.body_invalid")]
    [InlineData("null", 400, "request.body_invalid")]
    [InlineData("[]", 400, "request.body_invalid")]
    [InlineData("", 400, "request.body_invalid")]
    public async Task What_cannot_be_meant_is_a_problem_with_a_code(string body, int status, string code) =>
        (await PostAsync(body)).IsProblem(status, code);

    [Fact]
    public async Task A_body_beyond_64_kilobytes_is_not_read() =>
        (await PostAsync(new byte[(64 * 1024) + 1])).IsProblem(413, "request.body_too_large");

    [Fact]
    public async Task Without_a_key_nobody_gets_in()
    {
        var answer = await _house.AnswerAsync(_house.Function<PostUpload>().RunAsync(Request("POST", "uploads"), default));

        answer.IsProblem(401, "auth.required");
        Assert.Equal("Bearer", answer.Headers.WWWAuthenticate);
    }

    [Fact]
    public async Task One_upload_too_many_is_429()
    {
        await PostAsync(NewUpload);
        await PostAsync(NewUpload);

        (await PostAsync(NewUpload)).IsProblem(429, "quota.uploads");
    }

    [Fact]
    public async Task A_repeat_with_the_same_idempotency_key_gets_the_same_upload()
    {
        var first = await PostAsync(NewUpload, "k1");
        var second = await PostAsync(NewUpload, "k1");
        var other = await PostAsync(NewUpload, "k2");

        Assert.Equal((201, first.Text("uploadId")), (second.Status, second.Text("uploadId")));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.NotEqual(first.Text("uploadId"), other.Text("uploadId"));
    }

    [Fact]
    public async Task An_idempotency_key_for_another_body_is_422()
    {
        await PostAsync(NewUpload, "k1");

        (await PostAsync(new { fileName = "sea.mp4", sizeBytes = 2 }, "k1")).IsProblem(422, "request.idempotency_key_reused");
    }

    [Fact]
    public async Task A_refused_request_gives_its_idempotency_key_back()
    {
        (await PostAsync(new { fileName = "", sizeBytes = 2 }, "k1")).IsProblem(400, "upload.name_invalid");

        Assert.Equal(201, (await PostAsync(NewUpload, "k1")).Status);
    }

    [Fact]
    public async Task An_idempotency_key_with_blanks_is_refused() =>
        (await PostAsync(NewUpload, "a b")).IsProblem(400, "request.idempotency_key_invalid");

    [Fact]
    public async Task Uploads_are_listed_page_by_page_newest_first_and_read_one_by_one()
    {
        var first = await PostAsync(NewUpload);
        _house.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await PostAsync(NewUpload);

        var page = await ListAsync("?limit=1");
        var next = await ListAsync($"?limit=1&cursor={page.Text("cursor")}");
        var one = await GetAsync(first.Text("uploadId")!);

        Assert.Equal(second.Text("uploadId"), page.Body.GetProperty("items")[0].GetProperty("uploadId").GetString());
        Assert.Equal(first.Text("uploadId"), next.Body.GetProperty("items")[0].GetProperty("uploadId").GetString());
        Assert.Null(next.Text("cursor"));
        Assert.Equal((200, "awaiting", first.Text("playbackId")), (one.Status, one.Text("state"), one.Text("playbackId")));
        Assert.NotNull(one.Text("url"));
    }

    [Theory]
    [InlineData("?limit=0", "request.limit_invalid")]
    [InlineData("?limit=201", "request.limit_invalid")]
    [InlineData("?limit=ten", "request.limit_invalid")]
    [InlineData("?cursor=nonsense", "request.cursor_invalid")]
    public async Task A_listing_refuses_what_cannot_be_meant(string query, string code) =>
        (await ListAsync(query)).IsProblem(400, code);

    [Fact]
    public async Task An_upload_can_be_aborted_once_and_again_and_by_its_owner_only()
    {
        var id = (await PostAsync(NewUpload)).Text("uploadId")!;
        var delete = _house.Function<DeleteUpload>();

        (await _house.AnswerAsync(delete.RunAsync(Request("DELETE", "uploads", await _house.NewStrangerAsync()), id, default)))
            .IsProblem(404, "upload.not_found");
        for (var i = 0; i < 2; i++)
        {
            var answer = await _house.AnswerAsync(delete.RunAsync(Request("DELETE", "uploads", _key), id, default));
            Assert.Equal((200, "aborted"), (answer.Status, answer.Text("state")));
        }

        Assert.Null((await GetAsync(id)).Text("url"));
    }

    [Fact]
    public async Task A_request_that_failed_after_it_opened_an_upload_gets_that_one_when_it_is_repeated_with_its_key()
    {
        _house.Blobs.SigningFault = new IOException("Storage is away.");
        await Assert.ThrowsAsync<IOException>(() => PostAsync(NewUpload, "key-1"));
        var opened = Assert.Single((await ListAsync("")).Body.GetProperty("items").EnumerateArray()).GetProperty("uploadId").GetString();

        _house.Blobs.SigningFault = null;
        var repeated = await PostAsync(NewUpload, "key-1");

        Assert.Equal((201, opened), (repeated.Status, repeated.Text("uploadId")));
        Assert.NotNull(repeated.Text("url"));
        Assert.Single((await ListAsync("")).Body.GetProperty("items").EnumerateArray());
        Assert.NotEqual(opened, (await PostAsync(NewUpload, "key-2")).Text("uploadId"));
    }

    private static object NewUpload => new { fileName = "sea.mp4", sizeBytes = 1 };

    private Task<Answer> PostAsync(object body, string? idempotencyKey = null)
    {
        var request = Request("POST", "uploads", _key, body);
        if (idempotencyKey is not null)
        {
            request.Headers["Idempotency-Key"] = idempotencyKey;
        }

        return _house.AnswerAsync(_house.Function<PostUpload>().RunAsync(request, default));
    }

    private Task<Answer> ListAsync(string query) =>
        _house.AnswerAsync(_house.Function<GetUploads>().RunAsync(Request("GET", "uploads", _key, query: query), default));

    private Task<Answer> GetAsync(string id) =>
        _house.AnswerAsync(_house.Function<GetOneUpload>().RunAsync(Request("GET", "uploads", _key), id, default));
}
