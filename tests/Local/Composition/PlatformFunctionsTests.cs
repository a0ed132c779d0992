using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Functions;
using StreamPlatform.Local.Host.Discovery;
using StreamPlatform.Local.Model;
using StreamPlatform.Local.Stores;

namespace StreamPlatform.Local.Tests.Composition;

/// <summary>The platform's own functions on the embedded host: all are understood, and all get what they ask for.</summary>
public sealed class PlatformFunctionsTests
{
    private static readonly IReadOnlyList<Type> Types =
    [
        .. new[] { typeof(PlatformServices).Assembly, Assembly.Load("StreamPlatform.Orchestrations") }
            .SelectMany(assembly => assembly.GetTypes()),
    ];

    private static readonly IConfiguration Settings = new ConfigurationBuilder()
        .AddInMemoryCollection([new("AzureWebJobsStorage", "UseDevelopmentStorage=true")])
        .Build();

    public static TheoryData<string> FunctionClasses =>
        [.. Types.Where(type => type.GetMethods().Any(IsFunction)).Select(type => type.FullName!)];

    [Fact]
    public void The_embedded_host_understands_every_function()
    {
        var catalog = new FunctionDiscoverer(Settings).Discover(Types);

        Assert.Equal(Types.SelectMany(type => type.GetMethods()).Count(IsFunction), catalog.Functions.Count);
    }

    [Theory]
    [MemberData(nameof(FunctionClasses))]
    public async Task Every_function_gets_the_services_it_asks_for(string name)
    {
        var folder = Directory.CreateTempSubdirectory("composition-");
        var services = new ServiceCollection()
            .AddLogging()
            .AddPlatform(Settings)
            .AddLocalStores(folder.FullName)
            .AddLocalSigningKeys(folder.FullName);
        // What src/Media, src/Storage and the host bring.
        foreach (var port in RequiredPorts.All.Except(services.Select(service => service.ServiceType)).ToList())
        {
            services.AddSingleton(port, Stub(port));
        }

        await using var provider = services.BuildServiceProvider();
        var type = Types.Single(type => type.FullName == name);

        Assert.NotNull(type.IsAbstract ? type : ActivatorUtilities.CreateInstance(provider, type));
        folder.Delete(recursive: true);
    }

    private static bool IsFunction(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>() is not null;

    private static object Stub(Type port) => typeof(DispatchProxy)
        .GetMethod(nameof(DispatchProxy.Create), 2, [])!
        .MakeGenericMethod(port, typeof(Uncalled))
        .Invoke(null, null)!;

    /// <summary>Making a function must not call anything.</summary>
    public class Uncalled : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            throw new InvalidOperationException($"{targetMethod} was called while the function was made.");
    }
}
