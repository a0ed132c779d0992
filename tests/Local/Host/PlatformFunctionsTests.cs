using System.Reflection;
using Microsoft.Extensions.Configuration;
using StreamPlatform.Local.Host.Discovery;

namespace StreamPlatform.Local.Tests.Host;

public class PlatformFunctionsTests
{
    [Fact]
    public void Every_function_and_workflow_of_the_platform_can_be_hosted()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", "UseDevelopmentStorage=true")]).Build();
        var catalog = new FunctionDiscoverer(configuration).Discover(
            new[] { "StreamPlatform.Functions", "StreamPlatform.Orchestrations" }.SelectMany(name => Assembly.Load(name).GetTypes()));
        Assert.NotEmpty(catalog.With<HttpFunctionTrigger>());
        Assert.NotEmpty(catalog.With<BlobFunctionTrigger>());
        Assert.NotEmpty(catalog.With<OrchestrationFunctionTrigger>());
    }
}
