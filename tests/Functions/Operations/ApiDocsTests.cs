using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Functions.Operations;

namespace StreamPlatform.Functions.Tests.Operations;

public sealed class ApiDocsTests
{
    [Fact]
    public async Task The_description_is_served_as_it_is_committed()
    {
        var (context, body) = await RunAsync(new GetOpenApi().Run);

        Assert.Equal(("application/openapi+json", "*"), (context.Response.ContentType, context.Response.Headers.AccessControlAllowOrigin.ToString()));
        Assert.Equal("3.1.0", JsonNode.Parse(body)!["openapi"]!.ToString());
    }

    [Fact]
    public async Task The_page_runs_scripts_of_its_own_host_alone()
    {
        var (context, body) = await RunAsync(new GetApiDocs().Run);

        Assert.StartsWith("text/html", context.Response.ContentType, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", context.Response.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("://", body, StringComparison.Ordinal);
        Assert.Equal(2, body.Split("<script src=\"/").Length - 1);
        Assert.Equal(2, body.Split("<script").Length - 1);
    }

    private static async Task<(HttpContext Context, string Body)> RunAsync(Func<HttpRequest, IResult> function)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services, Response = { Body = new MemoryStream() } };
        await function(context.Request).ExecuteAsync(context);
        return (context, System.Text.Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()));
    }
}
