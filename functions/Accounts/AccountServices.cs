using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Accounts.Tokens;
using StreamPlatform.Domain.Accounts.Users;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.History;
using StreamPlatform.Domain.Live;
using StreamPlatform.Domain.Playback.Keys;
using StreamPlatform.Domain.Processing.Erasing;
using StreamPlatform.Domain.Processing.Watermarks;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Domain.Social.Marking;
using StreamPlatform.Domain.Social.Notifications;
using StreamPlatform.Domain.Social.Playlists;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Functions.Accounts.Profiles;

namespace StreamPlatform.Functions.Accounts;

/// <summary>Who may do what, profiles, and leaving.</summary>
internal static class AccountServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton((configuration.GetSection("Quotas").Get<QuotaLimits>() ?? new QuotaLimits()).Validated())
        .AddSingleton<Quotas>()
        .AddSingleton<PutEncodingDefaults>()
        .AddSingleton<Users>()
        .AddSingleton<Domain.Accounts.Organisations.Organisations>()
        .AddSingleton<Members>()
        .AddSingleton<Invitations>()
        .AddSingleton<ApiTokens>()
        .AddSingleton<Authenticate>()
        .AddSingleton<EnsureFirstApiKey>()
        .AddProfiles()
        .AddDeletion();

    private static IServiceCollection AddProfiles(this IServiceCollection services) => services
        .AddSingleton<Domain.Accounts.Profiles.Profiles>()
        .AddSingleton<Avatars>()
        .AddSingleton<MeAnswers>();

    /// <summary>The parts of an account in the order in which they are erased: what others see first, what one gets in by last.</summary>
    private static IServiceCollection AddDeletion(this IServiceCollection services) => services
        .AddSingleton<AccountDeletions>()
        .AddSingleton<FreshProof>()
        .AddSingleton<AskDeletion>()
        .AddSingleton<OrganisationDeletion>()
        .AddSingleton<EraseOrganisation>()
        .AddSingleton<IErasePerson, EraseAssets>()
        .AddSingleton<IErasePerson, EraseChannels>()
        .AddSingleton<IErasePerson, EraseLiveStreams>()
        .AddSingleton<IErasePerson, EraseWebhooks>()
        .AddSingleton<IErasePerson, EraseWatermarks>()
        .AddSingleton<IErasePerson, EraseComments>()
        .AddSingleton<IErasePerson, EraseMarks>()
        .AddSingleton<IErasePerson, ErasePlaylists>()
        .AddSingleton<IErasePerson, EraseNotifications>()
        .AddSingleton<IErasePerson, EraseHistory>()
        .AddSingleton<IErasePerson, EraseInvitations>()
        .AddSingleton<IErasePerson, EraseMemberships>()
        .AddSingleton<IErasePerson, EraseProfile>()
        .AddSingleton<IErasePerson, EraseOwnersKeys>()
        .AddSingleton<IErasePerson, EraseAccess>()
        .AddSingleton<EraseAccount>();
}
