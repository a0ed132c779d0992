using StreamPlatform.Domain.Operations;
using StreamPlatform.Functions.Operations;
using StreamPlatform.Functions.Tests.Support;

namespace StreamPlatform.Functions.Tests.Operations;

public sealed class HealthRouteTests : IAsyncDisposable
{
    private readonly FunctionsHouse _house = new();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Anyone_learns_what_is_up()
    {
        var answer = await AskAsync(_ => Task.CompletedTask);

        Assert.Equal((200, "healthy"), (answer.Status, answer.Text("status")));
        Assert.Equal("catalog", Assert.Single(answer.Body.GetProperty("dependencies").EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Strangers_do_not_learn_why_something_is_down()
    {
        var answer = await AskAsync(_ => throw new InvalidOperationException("secret.documents.example"));

        Assert.Equal((503, "unhealthy"), (answer.Status, answer.Text("status")));
        Assert.DoesNotContain("secret", answer.Body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_concern_has_a_code_and_a_sentence()
    {
        var check = new CheckHealth([], TimeProvider.System, _ => { }, [new Disk()]);
        var answer = await _house.AnswerAsync(new GetHealth(check).RunAsync(FunctionsHouse.Request("GET", "health"), default));

        Assert.Equal((200, "degraded"), (answer.Status, answer.Text("status")));
        var concern = Assert.Single(answer.Body.GetProperty("concerns").EnumerateArray());
        Assert.Equal(("disk.low", "It is full."), (concern.GetProperty("code").GetString(), concern.GetProperty("reason").GetString()));
    }

    private sealed class Disk : IHealthSign
    {
        public Task<IReadOnlyList<HealthConcern>> LookAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<HealthConcern>>([new HealthConcern("disk.low", "It is full.")]);
    }

    private Task<Answer> AskAsync(Func<CancellationToken, Task> ask)
    {
        var check = new CheckHealth([new HealthProbe("catalog", true, ask)], TimeProvider.System, _ => { });
        return _house.AnswerAsync(new GetHealth(check).RunAsync(FunctionsHouse.Request("GET", "health"), default));
    }
}
