using System.Net;
using System.Text.Json;

namespace StreamPlatform.Local.Tests.Host;

[Collection(AzuriteGroup.Name)]
public sealed class CompanionTests(AzuriteFixture azurite) : IAsyncLifetime
{
    /// <summary>Says who it is and what it was asked, and dies when it is told to.</summary>
    private const string Program = """
        require('http').createServer((asked, answer) => {
          if (asked.url === '/side/die') process.exit(1);
          answer.setHeader('Cache-Control', 'public, max-age=1');
          answer.end(JSON.stringify({ pid: process.pid, url: asked.url, colour: process.env.COLOUR }));
        }).listen(process.env.SIDE_PORT, '127.0.0.1');
        """;

    private TestHost _host = null!;

    public async Task InitializeAsync() => _host = await NewHost().StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task It_runs_from_the_first_request_that_needs_it_and_gets_its_paths_as_they_are()
    {
        var away = await _host.Client.GetAsync("/side/a");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Equal("live.node_away", JsonDocument.Parse(await away.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString());
        Assert.Empty(Directory.EnumerateFiles(_host.Data, "side.needed"));

        await _host.Client.GetAsync("/api/sides/1");
        var answer = await AnswerAsync("/side/a/b.m3u8?_HLS_msn=3&_HLS_part=1");

        Assert.Equal(("/side/a/b.m3u8?_HLS_msn=3&_HLS_part=1", "blue"), (answer.GetProperty("url").GetString(), answer.GetProperty("colour").GetString()));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _host.Client.PostAsync("/side/a", null)).StatusCode);
    }

    [Fact]
    public async Task One_that_dies_is_started_again()
    {
        await _host.Client.GetAsync("/api/sides");
        var first = (await AnswerAsync("/side/a")).GetProperty("pid").GetInt32();
        await _host.Client.GetAsync("/side/die");

        await Eventually.TrueAsync(async () => (await AnswerAsync("/side/a")).GetProperty("pid").GetInt32() != first, "It didn't start again.");
    }

    [Fact]
    public async Task One_that_was_needed_once_starts_with_the_host()
    {
        await _host.Client.GetAsync("/api/sides");
        await _host.RestartAsync();

        Assert.Equal("/side/a", (await AnswerAsync("/side/a")).GetProperty("url").GetString());
    }

    private TestHost NewHost() => new(azurite)
    {
        Settings = settings => settings with
        {
            Companion = new()
            {
                Name = "side",
                PathPrefix = "side",
                NeededBy = "sides",
                Command = ["node", "-e", Program],
                Environment = new Dictionary<string, string?> { ["COLOUR"] = "blue" },
                PortSetting = "SIDE_PORT",
            },
        },
    };

    private async Task<JsonElement> AnswerAsync(string path)
    {
        HttpResponseMessage? answer = null;
        await Eventually.TrueAsync(async () => (answer = await _host.Client.GetAsync(path)).IsSuccessStatusCode, "It didn't start.");
        return JsonDocument.Parse(await answer!.Content.ReadAsStringAsync()).RootElement.Clone();
    }
}
