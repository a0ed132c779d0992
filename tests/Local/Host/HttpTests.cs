using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using StreamPlatform.Local.Host;
using StreamPlatform.Local.Host.Http;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Tests.Host;

[Collection(AzuriteGroup.Name)]
public sealed class HttpTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly TestHost _host = new(azurite, typeof(Functions))
    {
        Compose = composition => composition.UseMiddleware<Greeter>(),
        Settings = settings => settings with
        {
            RequestTimeLimit = TimeSpan.FromMilliseconds(500),
            AppSettings = new Dictionary<string, string?>(settings.AppSettings) { ["Host:CORS"] = "https://app.example.com" },
        },
    };

    public Task InitializeAsync() => _host.StartAsync();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task Route_values_reach_parameters_of_their_names() =>
        Assert.Equal("thing 7 of ann", await _host.Client.GetStringAsync("/api/owners/ann/things/7"));

    [Theory]
    [InlineData("https://app.example.com", true)]
    [InlineData("https://evil.example.com", false)]
    public async Task Pages_of_allowed_origins_alone_may_ask_and_never_with_credentials(string origin, bool isAllowed)
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/api/owners/ann/things/7")
        {
            Headers = { { "Origin", origin }, { "Access-Control-Request-Method", "GET" }, { "Access-Control-Request-Headers", "authorization,idempotency-key,if-match" } },
        };
        using var asked = await _host.Client.SendAsync(preflight);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/owners/ann/things/7") { Headers = { { "Origin", origin } } };
        using var answer = await _host.Client.SendAsync(request);

        Assert.All([asked, answer], response => Assert.Equal(isAllowed, response.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) && origins.Single() == origin));
        Assert.All([asked, answer], response => Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials")));
        Assert.Equal(isAllowed, asked.Headers.TryGetValues("Access-Control-Allow-Headers", out var headers) && headers.Single().Contains("idempotency-key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_route_whose_constraint_fails_is_not_found()
    {
        var answer = await _host.Client.GetAsync("/api/owners/ann/things/seven");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("host.route_not_found", await CodeAsync(answer));
    }

    [Fact]
    public async Task A_literal_may_follow_a_parameter_within_a_segment() =>
        Assert.Equal("list of abc.def", await _host.Client.GetStringAsync("/api/playback/abc.def.m3u8"));

    [Fact]
    public async Task A_method_that_no_function_takes_is_not_allowed()
    {
        var answer = await _host.Client.PostAsync("/api/playback/abc.m3u8", null);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound });
    }

    [Fact]
    public async Task Results_action_results_and_plain_values_become_answers()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await _host.Client.GetAsync("/api/result")).StatusCode);
        Assert.Equal("made", (await _host.Client.GetFromJsonAsync<JsonElement>("/api/action")).GetProperty("state").GetString());
        Assert.Equal(3, (await _host.Client.GetFromJsonAsync<JsonElement>("/api/value")).GetProperty("number").GetInt32());
        Assert.Equal(HttpStatusCode.NoContent, (await _host.Client.GetAsync("/api/nothing")).StatusCode);
    }

    [Fact]
    public async Task Middleware_runs_around_the_function_and_sees_its_context() =>
        Assert.Equal("greeted Greeted", await _host.Client.GetStringAsync("/api/greeted"));

    [Fact]
    public async Task A_function_key_opens_its_function_only()
    {
        var keys = _host.Get<ApiKeys>();
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.Client.GetAsync("/api/guarded")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.Client.GetAsync("/api/guarded?code=wrong")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.Client.GetAsync("/api/guarded?code=" + keys.FunctionKey("AlsoGuarded"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.Client.GetAsync("/api/guarded?code=" + keys.System)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await _host.Client.GetAsync("/api/guarded?code=" + keys.FunctionKey("Guarded"))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await _host.Client.GetAsync("/api/guarded?code=" + keys.HostFunctionKey)).StatusCode);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/guarded");
        request.Headers.Add("x-functions-key", keys.Master);
        Assert.Equal(HttpStatusCode.NoContent, (await _host.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Only_the_master_key_opens_an_admin_function()
    {
        var keys = _host.Get<ApiKeys>();
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.Client.GetAsync("/api/admin-only?code=" + keys.HostFunctionKey)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await _host.Client.GetAsync("/api/admin-only?code=" + keys.Master)).StatusCode);
    }

    [Fact]
    public async Task Keys_stay_the_same_across_restarts_and_only_their_owner_may_read_them()
    {
        var before = _host.Get<ApiKeys>().Master;
        await _host.RestartAsync();
        Assert.Equal(before, _host.Get<ApiKeys>().Master);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_host.Data, "keys", "host.json")));
    }

    [Fact]
    public async Task A_fault_is_a_problem_without_internals()
    {
        var answer = await _host.Client.GetAsync("/api/fault");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_cut_off()
    {
        var answer = await _host.Client.GetAsync("/api/slow");
        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        using var body = new StreamContent(Stream.Null);
        body.Headers.ContentLength = (100L * 1024 * 1024) + 1;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/echo") { Content = body };
        request.Headers.ExpectContinue = true;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _host.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task The_answer_goes_to_the_caller_and_the_output_to_its_queue()
    {
        Assert.Equal(HttpStatusCode.Created, (await _host.Client.PostAsync("/api/both", null)).StatusCode);
        var queue = new Azure.Storage.Queues.QueueClient(azurite.ConnectionString, _host.Box);
        var message = (await queue.ReceiveMessageAsync()).Value;
        Assert.Equal("""{"Name":"sent"}""", Convert.FromBase64String(message.MessageText) is var bytes ? System.Text.Encoding.UTF8.GetString(bytes) : "");
    }

    [Fact]
    public async Task The_status_of_the_host_needs_the_master_key_and_the_ping_needs_none()
    {
        Assert.Equal(HttpStatusCode.OK, (await _host.Client.GetAsync("/admin/host/ping")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.Client.GetAsync("/admin/host/status")).StatusCode);
        var status = await _host.Client.GetFromJsonAsync<JsonElement>("/admin/host/status?code=" + _host.Get<ApiKeys>().Master);
        Assert.Equal("Running", status.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_data_folder_serves_one_runtime_at_a_time()
    {
        var running = RuntimeFile.ReadRunning(new DataFolder(_host.Data));
        Assert.Equal(_host.Host.Runtime, running);
        await using var second = new TestHost(azurite, typeof(Functions)) { Settings = settings => settings with { DataFolder = _host.Data } };
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(second.StartAsync);
        Assert.Contains("Another platform uses the data folder", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    public sealed class Greeter : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            context.Items["greeting"] = "greeted " + context.FunctionDefinition.Name;
            return next(context);
        }
    }

    public sealed record Sent(string Name);

    public sealed class Both
    {
        [HttpResult]
        public required IResult Answer { get; init; }

        [QueueOutput("%Box%")]
        public Sent? Message { get; init; }
    }

    public class Functions
    {
        [Function("Thing")]
        public string Thing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "owners/{owner}/things/{id:int}")] HttpRequest request, string owner, int id) =>
            $"thing {id} of {owner}";

        [Function("List")]
        public string List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "playback/{id}.m3u8")] HttpRequest request, string id) => "list of " + id;

        [Function("Result")]
        public IResult Result([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "result")] HttpRequest request) => Results.Accepted();

        [Function("Action")]
        public Task<IActionResult> Action([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "action")] HttpRequest request) =>
            Task.FromResult<IActionResult>(new JsonResult(new { state = "made" }));

        [Function("Value")]
        public ValueTask<object> Value([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "value")] HttpRequest request) =>
            ValueTask.FromResult<object>(new { Number = 3 });

        [Function("Nothing")]
        public Task Nothing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "nothing")] HttpRequest request) => Task.CompletedTask;

        [Function("Greeted")]
        public string Greeted([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context) =>
            (string)context.Items["greeting"];

        [Function("Guarded")]
        public void Guarded([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) { }

        [Function("AlsoGuarded")]
        public void AlsoGuarded([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) { }

        [Function("AdminOnly")]
        public void AdminOnly([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "admin-only")] HttpRequest request) { }

        [Function("Fault")]
        public void Fault([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => throw new InvalidOperationException("a secret");

        [Function("Slow")]
        public Task Slow([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, CancellationToken cancellation) =>
            Task.Delay(Timeout.Infinite, cancellation);

        [Function("Echo")]
        public async Task<string> Echo([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
        {
            using var reader = new StreamReader(request.Body);
            return await reader.ReadToEndAsync();
        }

        [Function("Both")]
        public Both OnBoth([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "both")] HttpRequest request) =>
            new() { Answer = Results.StatusCode(StatusCodes.Status201Created), Message = new Sent("sent") };
    }
}
