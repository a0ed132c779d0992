using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Functions;
using StreamPlatform.Identity;
using StreamPlatform.Media;
using StreamPlatform.Media.Packaging;
using StreamPlatform.Storage;

namespace StreamPlatform.Azure.Tests;

/// <summary>
/// The function app's own composition, which only builds with the genuine worker: the same calls, with the settings that a
/// deployment gives.
/// </summary>
public sealed partial class CompositionTests
{
    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["AzureWebJobsStorage:credential"] = "managedidentity",
        ["AzureWebJobsStorage:clientId"] = "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
        ["AzureWebJobsStorage:blobServiceUri"] = "https://content.blob.core.windows.net",
        ["AzureWebJobsStorage:queueServiceUri"] = "https://content.queue.core.windows.net",
        ["MediaStorage:blobServiceUri"] = "https://media.blob.core.windows.net",
        ["AZURE_CLIENT_ID"] = "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
        ["Cosmos:Endpoint"] = "https://streamplatform.documents.azure.com:443/",
        ["Cosmos:Database"] = "streamplatform",
        ["EventHub:fullyQualifiedNamespace"] = "streamplatform.servicebus.windows.net",
        ["KeyVault:Uri"] = "https://streamplatform.vault.azure.net/",
        ["Processing:ProbeInJobs"] = "true",
        ["Search:Endpoint"] = "https://streamplatform.search.windows.net",
        ["Search:Index"] = "videos",
        ["Search:PublicIndex"] = "public-videos",
        ["ServiceBus:fullyQualifiedNamespace"] = "streamplatform.servicebus.windows.net",
        ["WebPubSub:Endpoint"] = "https://streamplatform.webpubsub.azure.com",
        ["StreamPlatform:PublicUrl"] = "https://video.example",
        ["StreamPlatform:DeliveryUrl"] = "https://media.example/media",
    };

    [Fact]
    public void Every_port_is_filled_and_can_be_made_from_a_deployment_s_settings()
    {
        var services = Compose(Settings);
        RequiredPorts.Check(services);

        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Assert.All(RequiredPorts.All, port => Assert.NotNull(provider.GetService(port)));
        Assert.IsType<ProbeByJob>(provider.GetService<IProbes>());
    }

    [Theory]
    [InlineData("Cosmos:Endpoint", "Cosmos__Endpoint")]
    [InlineData("EventHub:fullyQualifiedNamespace", "EventHub__fullyQualifiedNamespace")]
    [InlineData("KeyVault:Uri", "KeyVault__Uri")]
    [InlineData("Search:Endpoint", "Search__Endpoint")]
    [InlineData("Search:Index", "Search__Index")]
    [InlineData("Search:PublicIndex", "Search__PublicIndex")]
    [InlineData("WebPubSub:Endpoint", "WebPubSub__Endpoint")]
    [InlineData("ServiceBus:fullyQualifiedNamespace", "ServiceBus__fullyQualifiedNamespace")]
    public void A_setting_that_is_missing_is_named_at_start(string setting, string told)
    {
        var without = Settings.Where(pair => pair.Key != setting).ToDictionary();

        Assert.Contains(told, Assert.Throws<InvalidOperationException>(() => Compose(without)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void These_are_the_function_app_s_own_calls()
    {
        var program = File.ReadAllText(Path.Combine(Repository.Root, "functions", "Program.cs"));

        Assert.Equal(
            ["AddPlatform", "AddIdentity", "AddPlatformStorage", "AddStorageDelivery", "AddAzureStores", "AddAzureKeys", "AddAzureEvents", "AddAzureTelemetryStream", "AddAzureSearch", "AddAzureBroadcasts", "AddMedia", "AddPackaging"],
            Calls().Matches(program).Select(call => call.Groups[1].Value));
    }

    private static IServiceCollection Compose(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddPlatform(configuration)
            .AddIdentity(configuration)
            .AddPlatformStorage(configuration)
            .AddStorageDelivery()
            .AddAzureStores(configuration)
            .AddAzureKeys(configuration)
            .AddAzureEvents(configuration)
            .AddAzureTelemetryStream(configuration)
            .AddAzureSearch(configuration)
            .AddAzureBroadcasts(configuration)
            .AddMedia(name => configuration[name])
            .AddPackaging();
    }

    [GeneratedRegex(@"^\s+\.(Add\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Calls();
}
