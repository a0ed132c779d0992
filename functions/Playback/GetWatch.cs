using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Viewing;
using StreamPlatform.Domain.Catalog.Views;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Playback;

/// <summary><c>GET /playback/{playbackId}</c>: what the watch page shows and where it plays. The owner gets an answer before there is anything to play.</summary>
public sealed class GetWatch(PlaybackRequests requests, Presentations presentations, IAssetStore assets, Reactions reactions, CommentReader comments, ViewCounts views, TimeProvider clock)
{
    [Function(nameof(GetWatch))]
    [ApiConventions(ApiConvention.Open | ApiConvention.Token)]
    [ApiAnswer(200, typeof(WatchBody))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "playback/{playbackId}")] HttpRequest request,
        string playbackId,
        CancellationToken ct)
    {
        var grant = await requests.GrantAsync(request, playbackId, ct);
        return grant.Succeeded
            ? JsonAnswer.Ok(await BodyOfAsync(grant.Value, ct))
            : ProblemResults.Problem(grant.Error!);
    }

    private async Task<WatchBody> BodyOfAsync(PlaybackGrant grant, CancellationToken ct)
    {
        var found = await presentations.CurrentAsync(grant.Asset, ct);
        var presentation = found.Succeeded ? found.Value : null;
        var isPublished = grant.Asset.Revision > Presentations.Growing;
        var folder = presentation is null ? null : await requests.SignAsync(presentation, ct);
        var query = PlaybackRequests.QueryOf(grant);
        var pictures = presentation is null
            ? PictureLinks.None
            : PictureLinks.Of(presentation.Pictures, folder!, $"/api/playback/{grant.PlaybackId.Id}/r{grant.Asset.Revision}/storyboard.vtt{query}");
        var reacted = await reactions.GetAsync(grant.Asset.Id, null, ct);
        var section = await comments.SectionAsync(grant.Asset.Id, ct);
        return new WatchBody
        {
            PlaybackId = grant.PlaybackId.Id,
            Title = grant.Asset.Title,
            Status = grant.Asset.State,
            Visibility = grant.Asset.Visibility,
            Description = grant.Asset.Metadata.Description,
            Category = grant.Asset.Metadata.Category,
            Tags = grant.Asset.Metadata.Tags,
            Language = grant.Asset.Metadata.Language,
            Location = grant.Asset.Metadata.Location,
            Licence = grant.Asset.Metadata.Licence,
            RecordedAt = grant.Asset.Metadata.RecordedAt,
            Revision = grant.Asset.Revision,
            Growing = presentation is not null && !isPublished,
            DurationSeconds = grant.Asset.DurationSeconds ?? presentation?.DurationSeconds,
            HlsUrl = presentation is null ? null : $"/api/playback/{grant.PlaybackId.Id}.m3u8{query}",
            DashUrl = presentation is null || !isPublished ? null : $"/api/playback/{grant.PlaybackId.Id}.mpd{query}",
            PosterUrl = pictures.Poster,
            Thumbnails = pictures.Thumbnails,
            StoryboardUrl = pictures.Storyboard,
            PreviewVideoUrl = pictures.PreviewVideo,
            PreviewImageUrl = pictures.PreviewImage,
            WaveformUrl = pictures.Waveform,
            Chapters = presentation?.Chapters ?? [],
            ClipOf = await ClipSourceAsync(grant.Asset, ct),
            Views = await views.OfAsync(grant.Asset.Id, ct),
            Likes = reacted.Likes,
            Dislikes = grant.IsOwner ? reacted.Dislikes : null,
            Comments = section.Mode == CommentMode.Off ? null : section.Count,
            Failure = grant.IsOwner ? grant.Asset.Failure : null,
        };
    }

    /// <summary>A clip outlives what it was cut from, and doesn't tell of what only some may watch.</summary>
    private async Task<ClipSourceBody?> ClipSourceAsync(Asset asset, CancellationToken ct) =>
        asset.ClipOf is { } clip
        && await assets.FindAsync(clip.AssetId, ct) is { Value: var parent }
        && Audiences.MaySee(parent, callerId: null, clock.GetUtcNow(), entitled: false)
        && parent.PlaybackIds.FirstOrDefault(id => id.Policy == PlaybackPolicy.Public) is { } id
            ? new ClipSourceBody(parent.Title, $"/watch/{id.Id}", clip.StartSeconds)
            : null;
}
