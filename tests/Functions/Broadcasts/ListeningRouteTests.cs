using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Broadcasts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Functions.Broadcasts;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Broadcasts;

public sealed class ListeningRouteTests : IAsyncLifetime
{
    private readonly FunctionsHouse _house = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_caller_gets_a_url_of_their_own_and_nobody_else_any()
    {
        var function = new PostListening(_house.Get<Viewers>(), new OwnerBroadcasts(_house.Get<IAssetStore>(), new SilentBroadcasts(), new FakeTimeProvider()));

        var answer = await _house.AnswerAsync(function.RunAsync(Request("POST", "account/listening", await _house.NewKeyAsync()), default), "Function<PostListening>");
        Assert.Equal((200, $"wss://localhost/owner-{EnsureFirstApiKey.FirstOwnerId}"), (answer.Status, answer.Text("url")));

        (await _house.AnswerAsync(function.RunAsync(Request("POST", "account/listening"), default))).IsProblem(401, "auth.required");
    }
}
