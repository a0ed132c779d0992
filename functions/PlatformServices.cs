using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Domain.Accounts.Passkeys;
using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Domain.Accounts.Tokens;
using StreamPlatform.Domain.Accounts.Users;
using StreamPlatform.Domain.Broadcasts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Catalog.Timers;
using StreamPlatform.Domain.Catalog.Viewing;
using StreamPlatform.Domain.Catalog.Views;
using StreamPlatform.Domain.Catalog.Tracks;
using StreamPlatform.Domain.Operations.Metrics;
using StreamPlatform.Domain.Operations.Tiers;
using StreamPlatform.Domain.Operations;
using StreamPlatform.Domain.Operations.Limits;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Playback.Downloads;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Clips;
using StreamPlatform.Domain.Processing.Duplicates;
using StreamPlatform.Domain.Processing.Economy;
using StreamPlatform.Domain.Processing.Erasing;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain.Processing.Requests;
using StreamPlatform.Domain.Processing.Runs;
using StreamPlatform.Domain.Processing.Watching;
using StreamPlatform.Domain.Processing.Watermarks;
using StreamPlatform.Domain.Search;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Domain.Social.Digests;
using StreamPlatform.Domain.Social.Marking;
using StreamPlatform.Domain.Social.Notifications;
using StreamPlatform.Domain.Social.Playlists;
using StreamPlatform.Domain.Social.Reports;
using StreamPlatform.Domain.Social.Subscriptions;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Analytics;
using StreamPlatform.Domain.Telemetry.Archive;
using StreamPlatform.Domain.Telemetry.Ingest;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Domain.Telemetry.Truth;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Domain.Uploads.Imports;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Functions.Accounts.Profiles;
using StreamPlatform.Functions.Accounts.SignIn;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Feeds;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Limits;
using StreamPlatform.Functions.Operations;
using StreamPlatform.Functions.Playback;
using StreamPlatform.Functions.Processing;
using StreamPlatform.Functions.Search;
using StreamPlatform.Functions.Social;
using StreamPlatform.Functions.Telemetry.Analytics;
using StreamPlatform.Functions.Uploads;
using StreamPlatform.Functions.Webhooks;

namespace StreamPlatform.Functions;

/// <summary>
/// Everything the functions need that is the same in both runtimes: use cases, options, HTTP helpers. The composition
/// roots add the adapters behind the ports (stores, blobs, queue, signer, media).
/// </summary>
public static class PlatformServices
{
    /// <exception cref="InvalidOperationException">A setting can't be meant; the message names it.</exception>
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddHttp(configuration)
            .AddAccounts(configuration)
            .AddSignIn(configuration)
            .AddProfiles()
            .AddDeletion()
            .AddCatalog()
            .AddUploads(configuration)
            .AddProcessing(configuration)
            .AddPlayback(configuration)
            .AddSearch()
            .AddBroadcasts()
            .AddWebhooks(configuration)
            .AddSocial()
            .AddTelemetry(configuration)
            .AddOperations(configuration);
    }

    private static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(provider => new CheckHealth(
            HealthProbe.Of(
                provider.GetRequiredService<IBlobStore>(), provider.GetRequiredService<IAssetStore>(), provider.GetRequiredService<ISigningKeys>(), provider.GetRequiredService<ITranscodeQueue>(),
                provider.GetRequiredService<IVideoIndex>(), provider.GetRequiredService<IPublicIndex>()),
            provider.GetRequiredService<TimeProvider>(),
            down => provider.GetRequiredService<ILogger<CheckHealth>>().DependencyDown(down.Name, down.Reason!),
            provider.GetServices<IHealthSign>()))
        .AddSingleton<IHealthSign, QueueSign>()
        .AddSingleton<QueueMetrics>()
        .AddHostedService<QueueWatch>()
        .AddSingleton((configuration.GetSection(TierOptions.Section).Get<TierOptions>() ?? new TierOptions()).Validated())
        .AddSingleton<IViewVelocity, CountedVelocity>()
        .AddSingleton<TierAsset>()
        .AddSingleton<TierCatalog>()
        .AddSingleton<RecallMedia>();

    private static IServiceCollection AddHttp(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton((configuration.GetSection(RateLimitOptions.Section).Get<RateLimitOptions>() ?? new RateLimitOptions()).Validated())
        .AddSingleton<RateLimits>()
        .AddSingleton<RequestLimits>()
        .AddHostedService<RateLimitKeeper>()
        .AddSingleton(HttpFunctionTraits.Of(typeof(PlatformServices).Assembly.GetTypes()))
        .AddSingleton<CallerAuthentication>()
        .AddSingleton<IdempotentRequests>()
        .AddSingleton<Viewers>()
        .AddSingleton<Creators>()
        .AddSingleton<Moderators>()
        .AddSingleton<Operators>();

    private static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton((configuration.GetSection("Quotas").Get<QuotaLimits>() ?? new QuotaLimits()).Validated())
        .AddSingleton<Quotas>()
        .AddSingleton<PutEncodingDefaults>()
        .AddSingleton<Users>()
        .AddSingleton<Organisations>()
        .AddSingleton<Members>()
        .AddSingleton<Invitations>()
        .AddSingleton<ApiTokens>()
        .AddSingleton<Authenticate>()
        .AddSingleton<EnsureFirstApiKey>();

    private static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton((configuration.GetSection(AccountOptions.Section).Get<AccountOptions>() ?? new AccountOptions()).Validated())
        .AddSingleton<SignInRequests>()
        .AddSingleton<People>()
        .AddSingleton<PasswordRules>()
        .AddSingleton<SignInAttempts>()
        .AddSingleton<OneTimeTokens>()
        .AddSingleton<AccountLetters>()
        .AddSingleton<Sessions>()
        .AddSingleton<SignUp>()
        .AddSingleton<ConfirmPassword>()
        .AddSingleton<SecondFactor>()
        .AddSingleton<Passkeys>()
        .AddSingleton<PasswordSignIn>()
        .AddSingleton<PasswordReset>()
        .AddSingleton<PasswordChange>()
        .AddSingleton<EmailChange>();

    private static IServiceCollection AddProfiles(this IServiceCollection services) => services
        .AddSingleton<Profiles>()
        .AddSingleton<Avatars>()
        .AddSingleton<MeAnswers>();

    /// <summary>The parts of an account in the order in which they are erased: what others see first, what one gets in by last.</summary>
    private static IServiceCollection AddDeletion(this IServiceCollection services) => services
        .AddSingleton<AccountDeletions>()
        .AddSingleton<AskDeletion>()
        .AddSingleton<IErasePerson, EraseAssets>()
        .AddSingleton<IErasePerson, EraseChannels>()
        .AddSingleton<IErasePerson, EraseWebhooks>()
        .AddSingleton<IErasePerson, EraseWatermarks>()
        .AddSingleton<IErasePerson, EraseComments>()
        .AddSingleton<IErasePerson, EraseMarks>()
        .AddSingleton<IErasePerson, ErasePlaylists>()
        .AddSingleton<IErasePerson, EraseNotifications>()
        .AddSingleton<IErasePerson, EraseMemberships>()
        .AddSingleton<IErasePerson, EraseProfile>()
        .AddSingleton<IErasePerson, EraseAccess>()
        .AddSingleton<EraseAccount>();

    private static IServiceCollection AddCatalog(this IServiceCollection services) => services
        .AddSingleton<Assets>()
        .AddSingleton<GetAsset>()
        .AddSingleton<ListAssets>()
        .AddSingleton<EditAsset>()
        .AddSingleton<Channels>()
        .AddSingleton<ListVideo>()
        .AddSingleton<PublicVideos>()
        .AddSingleton<ViewCounts>()
        .AddSingleton<ReleaseAsset>()
        .AddSingleton<IEntitlements, NoEntitlements>()
        .AddSingleton<TrackFiles>()
        .AddSingleton<PutTextTrack>()
        .AddSingleton<DeleteTextTrack>()
        .AddSingleton<PutChapters>()
        .AddSingleton<PublicLinks>()
        .AddSingleton<SharedVideos>()
        .AddSingleton<VideoPages>()
        .AddSingleton<Sitemaps>()
        .AddSingleton<AssetAnswers>();

    private static IServiceCollection AddUploads(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton((configuration.GetSection("Processing").Get<UploadLimits>() ?? new UploadLimits()).Validated())
        .AddSingleton<UploadCloser>()
        .AddSingleton<SupersededOriginals>()
        .AddSingleton<CreateUpload>()
        .AddSingleton(configuration.GetSection(ImportOptions.Section).Get<ImportOptions>() ?? new ImportOptions())
        .AddSingleton<IRemoteFiles, HttpRemoteFiles>()
        .AddSingleton<ImportAsset>()
        .AddSingleton<ImportPart>()
        .AddSingleton<GetUpload>()
        .AddSingleton<ListUploads>()
        .AddSingleton<AbortUpload>()
        .AddSingleton<EndUploads>()
        .AddSingleton<CommitUpload>()
        .AddSingleton<ExpireUploads>();

    private static IServiceCollection AddProcessing(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton((configuration.GetSection(ProcessingOptions.Section).Get<ProcessingOptions>() ?? new ProcessingOptions()).Validated())
        .AddSingleton<Watermarks>()
        .AddSingleton<IProbes>(provider => provider.GetRequiredService<ProcessingOptions>().ProbeInJobs
            ? ActivatorUtilities.CreateInstance<ProbeByJob>(provider)
            : ActivatorUtilities.CreateInstance<ProbeHere>(provider))
        .AddSingleton<Duplicates>()
        .AddSingleton<PrepareRun>()
        .AddSingleton<DispatchItems>()
        .AddSingleton<SettleLadder>()
        .AddSingleton<SweepRun>()
        .AddSingleton<PublishRun>()
        .AddSingleton<FailRun>()
        .AddSingleton<ExtendAsset>()
        .AddSingleton<AskedRenditions>()
        .AddSingleton<PrepareExtension>()
        .AddSingleton<PublishExtension>()
        .AddSingleton<EndExtension>()
        .AddSingleton((configuration.GetSection(EconomyOptions.Section).Get<EconomyOptions>() ?? new EconomyOptions()).Validated())
        .AddSingleton<WeighTitle>()
        .AddSingleton<ClipAsset>()
        .AddSingleton<PrepareClip>()
        .AddSingleton<PublishClip>()
        .AddSingleton<NoteMarker>()
        .AddSingleton<RunEraser>()
        .AddSingleton<AssetEraser>()
        .AddSingleton<CancelAsset>()
        .AddSingleton<ApproveAsset>()
        .AddSingleton<ReprocessAsset>()
        .AddSingleton<DeleteAsset>()
        .AddSingleton((configuration.GetSection(TrashOptions.Section).Get<TrashOptions>() ?? new TrashOptions()).Validated())
        .AddSingleton<TrashAsset>()
        .AddSingleton<Removals>()
        .AddSingleton<RunWatches>()
        .AddSingleton<WatchAsset>();

    private static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton<IndexVideo>()
        .AddSingleton<SearchAssets>()
        .AddSingleton<SearchVideos>()
        .AddSingleton<SuggestTitles>()
        .AddSingleton<RelatedVideos>()
        .AddSingleton<DescribeVideo>()
        .AddSingleton<FillSearch>()
        .AddSingleton<VideoCards>();

    private static IServiceCollection AddBroadcasts(this IServiceCollection services) => services
        .AddSingleton<OwnerBroadcasts>();

    private static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton((configuration.GetSection(WebhookOptions.Section).Get<WebhookOptions>() ?? new WebhookOptions()).Validated())
        .AddSingleton<IWebhookSender, HttpWebhookSender>()
        .AddSingleton<Domain.Webhooks.Webhooks>()
        .AddSingleton<Deliveries>();

    private static IServiceCollection AddSocial(this IServiceCollection services) => services
        .AddSingleton<Marks>()
        .AddSingleton<Tallies>()
        .AddSingleton<Recount>()
        .AddSingleton<SeenVideos>()
        .AddSingleton<Reactions>()
        .AddSingleton<IHandles, ProfileHandles>()
        .AddSingleton<ISpamScore, NoSpamScore>()
        .AddSingleton<CommentPages>()
        .AddSingleton<CommentStore>()
        .AddSingleton<CommentLikes>()
        .AddSingleton<CommentReader>()
        .AddSingleton<CommentWriter>()
        .AddSingleton<CommentCare>()
        .AddSingleton<ICopiedCounts, CommentRecount>()
        .AddSingleton<ICopiedCounts, CommentLikeRecount>()
        .AddSingleton<CommentAnswers>()
        .AddSingleton<Notices>()
        .AddSingleton<CommentNews>()
        .AddSingleton<Digests>()
        .AddSingleton<SendDigests>()
        .AddSingleton<Subscriptions>()
        .AddSingleton<TellSubscribers>()
        .AddSingleton<LikedVideos>()
        .AddSingleton<Shares>()
        .AddSingleton<Reports>()
        .AddSingleton<Playlists>()
        .AddSingleton<PlaylistItems>()
        .AddSingleton<SocialRequests>();

    private static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton((configuration.GetSection(SessionOptions.Section).Get<SessionOptions>() ?? new SessionOptions()).Validated())
        .AddSingleton<HotVideos>()
        .AddSingleton<SessionTokens>()
        .AddSingleton<OpenSession>()
        .AddSingleton((configuration.GetSection(SessionTraces.Section).Get<SessionTraces>() ?? new SessionTraces()).Validated())
        .AddSingleton<TakeBeacons>()
        .AddSingleton<Aggregates>()
        .AddSingleton<ChangedVideos>()
        .AddSingleton<JudgeViews>()
        .AddSingleton<JudgeHour>()
        .AddSingleton<CountViews>()
        .AddSingleton<TelemetryArchive>()
        .AddSingleton<ITelemetryArchive>(provider => provider.GetRequiredService<TelemetryArchive>())
        .AddSingleton<CountTelemetry>()
        .AddSingleton<ReadAnalytics>()
        .AddSingleton<AnalyticsAnswers>();

    private static IServiceCollection AddPlayback(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(PlaybackOptions.From(configuration[PlaybackOptions.Setting], configuration[PlaybackOptions.CountryHeaderSetting]))
        .AddSingleton<IPlaybackTokens, JwtPlaybackTokens>()
        .AddSingleton<PlaybackTokens>()
        .AddSingleton<PlaybackAccess>()
        .AddSingleton<Presentations>()
        .AddSingleton<PlaybackRequests>()
        .AddSingleton<GetDownload>()
        .AddSingleton<Episodes>()
        .AddSingleton<IPlaybackLinks, OwnerLinks>();
}
