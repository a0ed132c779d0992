using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Functions.Accounts;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Accounts;

public sealed class AccountRouteTests
{
    [Fact]
    public async Task An_account_shows_what_is_used_beside_what_may_be()
    {
        await using var house = new FunctionsHouse(("Quotas:BytesStored", "5000"));
        var key = await house.NewKeyAsync();
        await house.Get<CreateUpload>().ExecuteAsync(EnsureFirstApiKey.FirstOwnerId, new NewUpload("sea.mp4", 1000), default);

        var answer = await house.AnswerAsync(house.Function<GetAccount>().RunAsync(Request("GET", "account", key), default));

        Assert.Equal((200, EnsureFirstApiKey.FirstOwnerId), (answer.Status, answer.Text("id")));
        Assert.Equal("""{"used":1000,"limit":5000}""", answer.Text("bytes"));
        Assert.Equal("""{"used":1,"limit":50}""", answer.Text("openUploads"));
        Assert.Equal("""{"used":0,"limit":10000}""", answer.Text("minutesThisMonth"));
    }

    [Fact]
    public async Task An_account_chooses_how_its_uploads_are_encoded_and_a_stale_choice_is_refused()
    {
        await using var house = new FunctionsHouse();
        var key = await house.NewKeyAsync();
        Task<Answer> GetAsync() => house.AnswerAsync(house.Function<GetEncoding>().RunAsync(Request("GET", "account/encoding", key), default));
        Task<Answer> PutAsync(object body, string? ifMatch = null)
        {
            var request = Request("PUT", "account/encoding", key, body);
            request.Headers.IfMatch = ifMatch;
            return house.AnswerAsync(house.Function<PutEncoding>().RunAsync(request, default));
        }

        Assert.Equal(200, (await GetAsync()).Status);
        var put = await PutAsync(new { profile = "balanced", costCap = 0.5, watermark = new { image = new string('a', 64), corner = "topLeft" } });
        Assert.Equal(200, put.Status);
        var got = await GetAsync();
        Assert.Equal("balanced", got.Text("profile"));
        Assert.Contains("\"corner\":\"topLeft\"", got.Text("watermark"), StringComparison.Ordinal);

        var etag = got.Headers.ETag.ToString();
        Assert.Equal(200, (await PutAsync(new { profile = "fast" }, etag)).Status);
        Assert.Equal(412, (await PutAsync(new { profile = "audio" }, etag)).Status);
        Assert.Equal(400, (await PutAsync(new { trim = new { start = 1 } })).Status);
    }

    [Theory]
    [InlineData("Authorization", "bearer {0}", 200)]
    [InlineData("Authorization", "Bearer sk_wrong", 401)]
    [InlineData("Authorization", "Basic {0}", 401)]
    [InlineData("x-api-key", "{0}", 200)]
    [InlineData("x-api-key", "", 401)]
    public async Task A_key_comes_as_a_bearer_or_in_its_own_header(string header, string value, int status)
    {
        await using var house = new FunctionsHouse();
        var request = Request("GET", "account");
        request.Headers[header] = value.Replace("{0}", await house.NewKeyAsync(), StringComparison.Ordinal);

        Assert.Equal(status, (await house.AnswerAsync(house.Function<GetAccount>().RunAsync(request, default))).Status);
    }

    [Fact]
    public void A_setting_that_cannot_be_meant_stops_the_start_and_is_named()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new FunctionsHouse(("Quotas:ConcurrentUploads", "0")));

        Assert.Contains("Quotas:ConcurrentUploads", error.Message, StringComparison.Ordinal);
    }
}
