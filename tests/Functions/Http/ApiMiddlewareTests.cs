using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Operations.Limits;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Http.Limits;
using StreamPlatform.Functions.Tests.Support;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Functions.Tests.Http;

public sealed class ApiMiddlewareTests : IAsyncLifetime
{
    private readonly FunctionsHouse _house = new();
    private readonly HttpContext _http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
    private int _runs;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Theory]
    [InlineData("3f1c-Trace_7:b.~", true)]
    [InlineData("", false)]
    [InlineData("two words", false)]
    [InlineData("\"}{", false)]
    [InlineData("ümlaut", false)]
    public async Task A_request_is_called_as_its_caller_calls_it_if_that_is_a_name(string given, bool isKept)
    {
        _http.Request.Headers[RequestIds.Header] = given;

        await RunAsync(Middleware());

        var id = _http.Response.Headers[RequestIds.Header].ToString();
        Assert.Equal(isKept, id == given);
        Assert.True(isKept || id.StartsWith("req_", StringComparison.Ordinal));
        Assert.Equal(id, _http.TraceIdentifier);
        Assert.Equal(1, _runs);
    }

    [Fact]
    public void A_name_that_is_too_long_is_not_kept()
    {
        _http.Request.Headers[RequestIds.Header] = new string('x', 129);

        Assert.StartsWith("req_", RequestIds.Of(_http.Request), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_too_often_from_one_address_is_refused_before_anything_runs()
    {
        var middleware = Middleware(new RateLimitOptions { PerAddress = 1 });
        _http.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.9");

        await RunAsync(middleware);
        Assert.Equal("\"address\";q=1;w=60", _http.Response.Headers["RateLimit-Policy"]);
        Assert.Equal("\"address\";r=0;t=60", _http.Response.Headers["RateLimit"]);

        _http.Response.Headers.Clear();
        await RunAsync(middleware);
        Assert.Equal(1, _runs);
        Assert.Equal(429, _http.Response.StatusCode);
        Assert.Equal("60", _http.Response.Headers.RetryAfter);
        var problem = Problem();
        Assert.Equal("request.rate_limited", problem.GetProperty("code").GetString());
        Assert.Equal(_http.TraceIdentifier, problem.GetProperty("requestId").GetString());
    }

    [Fact]
    public async Task Where_secrets_could_be_guessed_few_get_through_from_one_address()
    {
        var middleware = Middleware(new RateLimitOptions { Guarded = 2 });
        _http.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.9");

        for (var request = 0; request < 3; request++)
        {
            await RunAsync(middleware, nameof(Sample.SignIn));
        }

        Assert.Equal(2, _runs);
        Assert.Contains("\"SignIn\";q=2;w=60", _http.Response.Headers["RateLimit-Policy"].AsEnumerable());
        await RunAsync(middleware, nameof(Sample.Old));
        Assert.Equal(3, _runs);

        _http.Connection.RemoteIpAddress = IPAddress.Loopback;
        await RunAsync(middleware, nameof(Sample.SignIn));
        Assert.Equal(4, _runs);
    }

    [Fact]
    public void Every_route_that_takes_passwords_or_sends_letters_is_guarded() => Assert.Equal(
        ["PostDeletion", "PostEmail", "PostEmailFinish", "PostInvitation", "PostOrganisationDeletion", "PostPasskey", "PostPasskeySignIn", "PostPassword", "PostPasswordReset", "PostPasswordResetFinish", "PostSignIn", "PostSignUp", "PostSignUpFinish", "PostTotp", "PostTotpConfirm", "PostTotpEnd"],
        HttpFunctionTraits.Of(typeof(PlatformServices).Assembly.GetTypes()).Values.Select(traits => traits.Guard).OfType<string>().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(false, "203.0.113.9", null, null, "203.0.113.9")]
    [InlineData(false, "203.0.113.9", "198.51.100.1", "198.51.100.2", "203.0.113.9")]
    [InlineData(true, "203.0.113.9", "198.51.100.1", "198.51.100.2", "198.51.100.1")]
    [InlineData(true, "203.0.113.9", null, "192.0.2.66, 198.51.100.2", "198.51.100.2")]
    [InlineData(true, "203.0.113.9", null, "198.51.100.2:49152", "198.51.100.2")]
    [InlineData(true, "203.0.113.9", null, "nonsense", null)]
    [InlineData(true, "203.0.113.9", null, null, null)]
    [InlineData(false, "127.0.0.1", null, null, null)]
    [InlineData(false, "::1", null, null, null)]
    [InlineData(false, "::ffff:203.0.113.9", null, null, "203.0.113.9")]
    [InlineData(false, "2001:db8:1:2:aaaa::1", null, null, "20010db800010002")]
    [InlineData(false, "2001:db8:1:2:bbbb::2", null, null, "20010db800010002")]
    [InlineData(true, "203.0.113.9", "2001:db8:1:3::1", null, "20010db800010003")]
    public void The_address_is_the_connections_unless_a_proxy_is_trusted(bool trust, string connection, string? azure, string? forwarded, string? expected)
    {
        _http.Connection.RemoteIpAddress = IPAddress.Parse(connection);
        if (azure is not null)
            _http.Request.Headers["X-Azure-ClientIP"] = azure;
        if (forwarded is not null)
            _http.Request.Headers["X-Forwarded-For"] = forwarded;

        Assert.Equal(expected, ClientAddress.Of(_http, trust));
    }

    [Fact]
    public async Task Who_asks_too_often_with_a_key_or_as_a_user_is_refused_after_authentication()
    {
        var limits = Limits(new RateLimitOptions { PerToken = 2, PerUser = 3 });
        var (first, second) = (new Caller("user_1", "user_1", Role.Creator, CredentialKind.ApiKey, "key1"), new Caller("user_1", "user_1", Role.Creator, CredentialKind.ApiKey, "key2"));

        Assert.Null(limits.OfCaller(_http, first));
        Assert.Null(limits.OfCaller(_http, first));
        Assert.Equal("request.rate_limited", limits.OfCaller(_http, first)?.Code);
        Assert.Null(limits.OfCaller(_http, second));
        Assert.Equal("request.rate_limited", limits.OfCaller(_http, second)?.Code);

        var request = FunctionsHouse.Request("GET", "account", await _house.NewStrangerAsync());
        var caller = await _house.Get<CallerAuthentication>().AuthenticateAsync(request, Role.Creator, default);
        Assert.True(caller.Succeeded);
        Assert.Equal("\"token\";r=2999;t=1, \"user\";r=2999;t=1", string.Join(", ", request.HttpContext.Response.Headers["RateLimit"].AsEnumerable()));
    }

    [Fact]
    public async Task A_deprecated_function_says_so_in_its_answers()
    {
        await RunAsync(Middleware(), nameof(Sample.Old));

        Assert.Equal("@1801353600", _http.Response.Headers["Deprecation"]);
        Assert.Equal("Thu, 01 Jul 2027 00:00:00 GMT", _http.Response.Headers["Sunset"]);
        Assert.Equal("<https://example.com/new>; rel=\"deprecation\"; type=\"text/html\"", _http.Response.Headers["Link"]);
    }

    [Fact]
    public async Task Pages_of_other_origins_may_read_the_headers_that_are_explained()
    {
        await RunAsync(Middleware());
        Assert.False(_http.Response.Headers.ContainsKey("Access-Control-Expose-Headers"));

        _http.Request.Headers.Origin = "https://app.example.com";
        await RunAsync(Middleware());
        Assert.Equal(ApiMiddleware.Exposed, _http.Response.Headers.AccessControlExposeHeaders);
    }

    [Fact]
    public async Task Functions_of_other_triggers_are_left_alone()
    {
        await Middleware().Invoke(new Run("Timer", null), _ =>
        {
            _runs++;
            return Task.CompletedTask;
        });

        Assert.Equal(1, _runs);
    }

    private RequestLimits Limits(RateLimitOptions options) => new(new RateLimits(options, _house.Get<IDocuments>(), _house.Clock), options);

    private ApiMiddleware Middleware(RateLimitOptions? options = null) =>
        new(HttpFunctionTraits.Of([typeof(Sample)]), Limits(options ?? new RateLimitOptions()), NullLogger<ApiMiddleware>.Instance);

    private Task RunAsync(ApiMiddleware middleware, string function = "Any") => middleware.Invoke(new Run(function, _http), _ =>
    {
        _runs++;
        return Task.CompletedTask;
    });

    private JsonElement Problem() => JsonDocument.Parse(((MemoryStream)_http.Response.Body).ToArray()).RootElement;

    public static class Sample
    {
        [Function(nameof(SignIn))]
        [Guarded]
        public static void SignIn()
        {
        }

        [Function(nameof(Old))]
        [ApiDeprecated("2027-01-31", "https://example.com/new", Sunset = "2027-07-01")]
        public static void Old()
        {
        }
    }

    private sealed class Run : FunctionContext
    {
        public Run(string function, HttpContext? http)
        {
            FunctionDefinition = new Definition(function);
            Items = http is null ? new Dictionary<object, object>() : new Dictionary<object, object> { ["HttpRequestContext"] = http };
        }

        public override string InvocationId => "1";
        public override string FunctionId => "1";
        public override FunctionDefinition FunctionDefinition { get; }
        public override BindingContext BindingContext => throw new NotSupportedException();
        public override IServiceProvider InstanceServices { get; set; } = null!;
        public override IDictionary<object, object> Items { get; set; }

        private sealed class Definition(string name) : FunctionDefinition
        {
            public override string Name => name;
        }
    }
}
