using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Domain.Accounts.Passkeys;
using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Domain.Broadcasts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Catalog.Tracks;
using StreamPlatform.Domain.Mail;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Domain.Processing.Watermarks;
using StreamPlatform.Domain.Search;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Domain.Uploads.Imports;
using StreamPlatform.Domain.Webhooks;

namespace StreamPlatform.Functions;

/// <summary>The ports a composition root must fill. One left open is told at start-up, not by the first creator who meets it.</summary>
public static class RequiredPorts
{
    public static IReadOnlyList<Type> All { get; } =
    [
        typeof(IAssetStore), typeof(IUploadStore), typeof(IApiKeyStore), typeof(IUsageStore), typeof(IIdempotencyStore), typeof(IEncodingDefaultsStore), typeof(IWebhookStore), typeof(IDocuments),
        typeof(IBlobStore), typeof(IUploadUrls), typeof(IRemoteFiles), typeof(ITranscodeQueue), typeof(IQueueFacts),
        typeof(IAccessTokens), typeof(IAccessTokenIssuer), typeof(IAccessTokenKeys), typeof(IPasswords), typeof(ITotp), typeof(IPasskeys), typeof(IMailer),
        typeof(IMediaProber), typeof(ITranscodePlanner), typeof(IExtensionPlanner), typeof(IWatermarkReader), typeof(IAvatarMaker), typeof(IPackager), typeof(IManifestWriter), typeof(ITextTrackReader),
        typeof(IPlaybackUrlSigner), typeof(ISigningKeys),
        typeof(IEventPublisher), typeof(IVideoIndex), typeof(IPublicIndex), typeof(IIndexGenerations), typeof(IBroadcasts), typeof(IWebhookSender), typeof(ITelemetryStream), typeof(IAggregateShards),
    ];

    /// <exception cref="InvalidOperationException">Ports are open; the message names them.</exception>
    public static void Check(IServiceCollection services)
    {
        var filled = services.Select(service => service.ServiceType).ToHashSet();
        var open = All.Where(port => !filled.Contains(port)).Select(port => port.Name).ToList();
        if (open.Count > 0)
        {
            throw new InvalidOperationException(
                $"The function app can't start: nothing is registered behind {string.Join(", ", open)}.");
        }
    }
}
