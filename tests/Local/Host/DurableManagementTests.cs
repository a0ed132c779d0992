using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Tests.Host;

[Collection(AzuriteGroup.Name)]
public sealed class DurableManagementTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Instances = "/runtime/webhooks/durabletask/instances";
    private readonly TestHost _host = new(azurite, typeof(Functions));

    public Task InitializeAsync() => _host.StartAsync();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task A_function_starts_a_workflow_and_the_api_shows_its_history_to_the_end()
    {
        Assert.Equal(HttpStatusCode.OK, (await _host.Client.GetAsync("/api/begin/one")).StatusCode);
        await StatusAsync("one", "Running");
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync("one/raiseEvent/go", "\"now\"")).StatusCode);
        await StatusAsync("one", "Completed");
        var instance = await _host.Client.GetFromJsonAsync<JsonElement>(Url("one", "showHistory=true&showHistoryOutput=true"));
        Assert.Equal("hello ann now", instance.GetProperty("output").GetString());
        Assert.Equal("ann", instance.GetProperty("input").GetString());
        var events = instance.GetProperty("historyEvents").EnumerateArray().Select(one => one.GetProperty("eventType").GetString()).ToList();
        Assert.Equal("ExecutionStarted", events[0]);
        Assert.Contains("TaskCompleted", events);
        Assert.Contains("EventRaised", events);
        Assert.Equal(HttpStatusCode.Gone, (await PostAsync("one/terminate")).StatusCode);
    }

    [Fact]
    public async Task A_workflow_goes_on_after_a_restart_of_the_host()
    {
        await _host.Client.GetAsync("/api/begin/two");
        await StatusAsync("two", "Running");
        await _host.RestartAsync();
        await PostAsync("two/raiseEvent/go", "\"later\"");
        await StatusAsync("two", "Completed");
    }

    [Fact]
    public async Task Workflows_are_suspended_resumed_terminated_listed_and_purged()
    {
        await _host.Client.GetAsync("/api/begin/three");
        await StatusAsync("three", "Running");
        await PostAsync("three/suspend");
        await StatusAsync("three", "Suspended");
        await PostAsync("three/resume");
        await StatusAsync("three", "Running");
        await PostAsync("three/terminate?reason=enough");
        await StatusAsync("three", "Terminated");
        var list = await _host.Client.GetFromJsonAsync<JsonElement>(Url("", "runtimeStatus=Terminated&instanceIdPrefix=thr"));
        Assert.Equal("three", Assert.Single(list.EnumerateArray()).GetProperty("instanceId").GetString());
        Assert.Equal(HttpStatusCode.OK, (await _host.Client.DeleteAsync(Url("three"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.GetAsync(Url("three"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("three/raiseEvent/go", "1")).StatusCode);
    }

    [Fact]
    public async Task The_list_comes_in_pages()
    {
        for (var i = 0; i < 5; i++)
            await _host.Client.GetAsync($"/api/begin/page{i}");
        var seen = new List<string>();
        string? token = null;
        do
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Url("", "top=2"));
            if (token is not null)
                request.Headers.Add("x-ms-continuation-token", token);
            var answer = await _host.Client.SendAsync(request);
            var page = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.InRange(page.GetArrayLength(), 0, 2);
            seen.AddRange(page.EnumerateArray().Select(one => one.GetProperty("instanceId").GetString()!));
            token = answer.Headers.TryGetValues("x-ms-continuation-token", out var values) ? values.Single() : null;
        }
        while (token is not null);
        Assert.Equal(Enumerable.Range(0, 5).Select(i => $"page{i}"), seen.Order());
    }

    [Fact]
    public async Task Nothing_of_it_is_shown_without_the_system_key()
    {
        foreach (var path in new[] { Instances, Instances + "/x", "/runtime/status" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await _host.Client.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.Client.PostAsync(Instances + "/x/terminate", null)).StatusCode);
    }

    [Fact]
    public async Task The_status_page_moves_its_key_into_a_cookie()
    {
        var first = await _host.Client.GetAsync("/runtime/status?code=" + _host.Host.SystemKey);
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        var cookie = Assert.Single(first.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        using var second = new HttpRequestMessage(HttpMethod.Get, "/runtime/status");
        second.Headers.Add("Cookie", cookie.Split(';')[0]);
        Assert.Contains("<title>Workflows</title>", await (await _host.Client.SendAsync(second)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private string Url(string id, string query = "") => $"{Instances}{(id.Length > 0 ? "/" : "")}{id}?{query}&code={_host.Host.SystemKey}";

    private Task<HttpResponseMessage> PostAsync(string path, string? json = null)
    {
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return _host.Client.PostAsync($"{Instances}/{path}{separator}code={_host.Host.SystemKey}", json is null ? null : new StringContent(json));
    }

    private Task StatusAsync(string id, string status) => Eventually.TrueAsync(
        async () =>
        {
            var answer = await _host.Client.GetAsync(Url(id));
            return answer.IsSuccessStatusCode
                && (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("runtimeStatus").GetString() == status;
        },
        $"{id} doesn't become {status}");

    public class Functions
    {
        [Function("Begin")]
        public async Task<IResult> Begin(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "begin/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient client)
        {
            await client.ScheduleNewOrchestrationInstanceAsync("Greeting", "ann", new StartOrchestrationOptions(id));
            return Results.Ok();
        }

        [Function("Greeting")]
        public async Task<string> Greeting([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var hello = await context.CallActivityAsync<string>("Hello", context.GetInput<string>());
            return hello + " " + await context.WaitForExternalEvent<string>("go");
        }

        [Function("Hello")]
        public string Hello([ActivityTrigger] string name) => "hello " + name;
    }
}
