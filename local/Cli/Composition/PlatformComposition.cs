using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Broadcasts;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Functions;
using StreamPlatform.Functions.Http;
using StreamPlatform.Identity;
using StreamPlatform.Local.Host;
using StreamPlatform.Local.Host.PubSub;
using StreamPlatform.Local.Stores;
using StreamPlatform.Media;
using StreamPlatform.Media.Packaging;
using StreamPlatform.Storage;

namespace StreamPlatform.Local.Cli.Composition;

/// <summary>
/// The composition root of the embedded runtime: the only place where the functions' ports get their local adapters. Its
/// counterpart on Azure is <c>functions/Program.cs</c>.
/// </summary>
internal static class PlatformComposition
{
    public static void Compose(HostComposition host, bool verbose)
    {
        host.UseMiddleware<ApiMiddleware>();
        string? Setting(string name) => host.Configuration[name];
        host.Services
            .AddLogging(logging => Log(logging, host.Data, verbose))
            .AddObservability(host)
            .AddPlatform(host.Configuration)
            .AddIdentity(host.Configuration, host.Data.Letters)
            .AddMedia(Setting)
            .AddPackaging()
            .AddPlatformStorage(host.Configuration)
            .AddLocalStores(host.Data.Databases)
            .AddLocalSigningKeys(host.Data.Keys)
            .AddSingleton<IEventPublisher, BusEventPublisher>()
            .AddSingleton<ITelemetryStream, HubTelemetryStream>()
            .AddSingleton<IBroadcasts>(provider => new PubSubBroadcasts(
                provider.GetRequiredService<LocalPubSub>(), host.PublicUrl, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<IPlaybackUrlSigner>(provider => new KeptSignatures(
                new EdgePlaybackUrlSigner(host.SignedFolders, host.PublicUrl, provider.GetRequiredService<TimeProvider>()), provider.GetRequiredService<TimeProvider>()))
            .AddHostedService(provider => ActivatorUtilities.CreateInstance<FirstStart>(provider, host.Data));
    }

    private static void Log(ILoggingBuilder logging, DataFolder data, bool verbose)
    {
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Yarp", LogLevel.Warning);
        logging.AddProvider(new FileLog(Path.Combine(data.Logs, "platform.log"), TimeProvider.System, echo: verbose ? Console.Error : null));
    }
}
