using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Domain.Social.Digests;
using StreamPlatform.Domain.Social.Marking;
using StreamPlatform.Domain.Social.Notifications;
using StreamPlatform.Domain.Social.Playlists;
using StreamPlatform.Domain.Social.Reports;
using StreamPlatform.Domain.Social.Subscriptions;
using StreamPlatform.Domain.Social.Takedowns;

namespace StreamPlatform.Functions.Social;

/// <summary>What people say and do.</summary>
internal static class SocialServices
{
    public static IServiceCollection AddSocial(this IServiceCollection services) => services
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
        .AddSingleton<TakedownNews>()
        .AddSingleton<Takedowns>()
        .AddSingleton<Playlists>()
        .AddSingleton<PlaylistItems>()
        .AddSingleton<SocialRequests>();
}
