using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using StreamPlatform.Local.Host.Discovery;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Tests.Host;

public class DiscoveryTests
{
    [Theory]
    [InlineData(typeof(SameName), "function name 'Same' is used 2 times")]
    [InlineData(typeof(NoTrigger), "function 'Untriggered' (StreamPlatform.Local.Tests.Host.DiscoveryTests+NoTrigger.Run): no parameter has a trigger attribute")]
    [InlineData(typeof(TwoTriggers), "has more than one trigger: parameters 'message', 'timer'")]
    [InlineData(typeof(BadCron), "parameter 'timer': 'every day' is not a schedule of six cron fields, seconds first")]
    [InlineData(typeof(SameRoute), "route clash: GET /api/things/{id} is served by functions 'First', 'Second'")]
    [InlineData(typeof(Unbound), "function 'Unbound' (StreamPlatform.Local.Tests.Host.DiscoveryTests+Unbound.Run): parameter 'missing' (System.String) is bound to nothing; the trigger gives id")]
    [InlineData(typeof(BadPayload), "parameter 'request': the trigger can't be bound to System.String")]
    [InlineData(typeof(MissingSetting), "parameter 'message': the setting 'NotThere' is missing")]
    [InlineData(typeof(MissingConnection), "the connection setting 'Elsewhere' is missing")]
    [InlineData(typeof(Hidden), "functions and their classes must be public")]
    [InlineData(typeof(Unsupported), "CosmosDBTriggerAttribute isn't supported by the embedded runtime")]
    [InlineData(typeof(BadOutput), "asks for 'nowhere', which the trigger doesn't give")]
    [InlineData(typeof(BadRetry), "retry attributes apply to timer and Event Hub functions only")]
    [InlineData(typeof(BadRoute), "route 'a/{b' can't be read")]
    public void A_function_that_cannot_be_hosted_is_named_with_the_reason(Type functions, string fault)
    {
        var exception = Assert.Throws<FunctionDiscoveryException>(() => Discover(functions));
        Assert.Contains(exception.Faults, found => found.Contains(fault, StringComparison.Ordinal));
        Assert.Contains(fault, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_named_at_once()
    {
        var exception = Assert.Throws<FunctionDiscoveryException>(() => Discover(typeof(NoTrigger), typeof(BadCron), typeof(SameName)));
        Assert.Equal(3, exception.Faults.Count);
    }

    [Fact]
    public void Routes_of_one_shape_may_differ_by_method_or_constraint() => Discover(typeof(GoodRoutes));

    private static FunctionCatalog Discover(params Type[] types) => new FunctionDiscoverer(new ConfigurationBuilder()
        .AddInMemoryCollection([new("AzureWebJobsStorage", "UseDevelopmentStorage=true")]).Build()).Discover(types);

    public class SameName
    {
        [Function("Same")]
        public void One([QueueTrigger("a")] string message) { }

        [Function("same")]
        public void Two([QueueTrigger("b")] string message) { }
    }

    public class NoTrigger
    {
        [Function("Untriggered")]
        public void Run(CancellationToken cancellation) { }
    }

    public class TwoTriggers
    {
        [Function("Two")]
        public void Run([QueueTrigger("a")] string message, [TimerTrigger("0 * * * * *")] TimerInfo timer) { }
    }

    public class BadCron
    {
        [Function("Cron")]
        public void Run([TimerTrigger("every day")] TimerInfo timer) { }
    }

    public class SameRoute
    {
        [Function("First")]
        public void One([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{id}")] HttpRequest request) { }

        [Function("Second")]
        public void Two([HttpTrigger(AuthorizationLevel.Anonymous, "get", "put", Route = "Things/{name}")] HttpRequest request) { }
    }

    public class GoodRoutes
    {
        [Function("Read")]
        public void One([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{id}")] HttpRequest request, string id) { }

        [Function("Write")]
        public void Two([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "things/{id}")] HttpRequest request, string id) { }

        [Function("Number")]
        public void Three([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{id:int}")] HttpRequest request, int id) { }

        [Function("List")]
        public void Four([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{id}.m3u8")] HttpRequest request, string id) { }
    }

    public class Unbound
    {
        [Function("Unbound")]
        public void Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{id}")] HttpRequest request, string missing) { }
    }

    public class BadPayload
    {
        [Function("Payload")]
        public void Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] string request) { }
    }

    public class MissingSetting
    {
        [Function("Setting")]
        public void Run([QueueTrigger("%NotThere%")] string message) { }
    }

    public class MissingConnection
    {
        [Function("Connection")]
        public void Run([QueueTrigger("a", Connection = "Elsewhere")] string message) { }
    }

    public class Hidden
    {
        [Function("Hidden")]
        internal void Run([QueueTrigger("a")] string message) { }
    }

    public class Unsupported
    {
        [Function("Cosmos")]
        public void Run([CosmosDBTrigger("database", "container")] string documents) { }
    }

    public class BadOutput
    {
        [Function("Output")]
        [BlobOutput("box/{nowhere}")]
        public string Run([QueueTrigger("a")] string message) => message;
    }

    public class BadRetry
    {
        [Function("Retry")]
        [FixedDelayRetry(3, "00:00:01")]
        public void Run([QueueTrigger("a")] string message) { }
    }

    public class BadRoute
    {
        [Function("Route")]
        public void Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{b")] HttpRequest request) { }
    }
}
