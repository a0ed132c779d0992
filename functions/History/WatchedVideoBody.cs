using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Viewing;
using StreamPlatform.Domain.History;
using StreamPlatform.Functions.Catalog;

namespace StreamPlatform.Functions.History;

/// <summary>A video that the caller watched.</summary>
/// <param name="PosterUrl">Absent of what not everybody may see.</param>
/// <param name="DurationSeconds">Absent while it is not known.</param>
/// <param name="PositionSeconds">Where they were last.</param>
/// <param name="ResumeSeconds">Where to go on; absent for the start.</param>
/// <param name="Completed">90 of its hundredths were watched, or they were in its last twentieth.</param>
/// <param name="WatchedAt">When they watched it last.</param>
public sealed record WatchedVideoBody(
    string PlaybackId, string Title, string? PosterUrl, double? DurationSeconds, double PositionSeconds, double? ResumeSeconds, bool Completed, DateTimeOffset WatchedAt)
{
    public static WatchedVideoBody From(WatchProgress progress, PublicLinks links)
    {
        var (asset, watched) = (progress.Asset, progress.Watched);
        var open = Audiences.Of(asset, watched.At) is Audience.Everyone && asset.PlaybackIds.Any(id => id.Id == progress.PlaybackId && id.Policy == PlaybackPolicy.Public);
        return new WatchedVideoBody(
            progress.PlaybackId, asset.Title, open && asset.Pictures?.Poster is not null ? links.PosterOf(progress.PlaybackId) : null, asset.DurationSeconds,
            progress.Position, progress.ResumeAt, progress.Completed, watched.At);
    }
}

/// <summary>What the caller's history says of a video.</summary>
/// <param name="Paused">Nothing is added to it: there is no need to report.</param>
/// <param name="Video">Absent of what is not in it.</param>
public sealed record VideoHistoryBody(bool Paused, WatchedVideoBody? Video)
{
    public static VideoHistoryBody From(HistoryOfVideo history, PublicLinks links) =>
        new(history.Paused, history.Progress is { } progress ? WatchedVideoBody.From(progress, links) : null);
}
