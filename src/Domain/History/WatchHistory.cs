using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.History;

/// <summary>
/// What people watched, and where they stopped: their own, for themselves alone, written because their player says so. Nothing is
/// written of who paused it.
/// </summary>
public sealed class WatchHistory(IDocuments documents, IAssetStore assets, SeenVideos videos, Profiles profiles, HistoryRoom room, TimeProvider clock)
{
    private const int Attempts = 32;

    /// <summary>Pages that are looked through for one that has something that is not finished.</summary>
    private const int MostPages = 5;

    /// <summary>Takes a report; in any order and any number of times. One of before something was forgotten changes nothing.</summary>
    public async Task<Result<HistoryOfVideo>> ReportAsync(Person person, string playbackId, WatchReport report, CancellationToken ct)
    {
        var video = await videos.FindAsync(person, playbackId, ct);
        if (!video.Succeeded)
        {
            return video.Error!;
        }

        return await IsPausedAsync(person, ct) ? await ReadAsync(person, video.Value, paused: true, ct)
            : await AddAsync(person.Id, video.Value.Asset, report, ct) ? await ReadAsync(person, video.Value, paused: false, ct)
            : HistoryErrors.Busy();
    }

    /// <summary>What is known of one video. Fails for what the person may not see.</summary>
    public async Task<Result<HistoryOfVideo>> FindAsync(Person person, string playbackId, CancellationToken ct)
    {
        var video = await videos.FindAsync(person, playbackId, ct);
        return video.Succeeded ? await ReadAsync(person, video.Value, await IsPausedAsync(person, ct), ct) : video.Error!;
    }

    /// <summary>The latest first. What the person may not see any more is left out, so that a page may have fewer than were asked for.</summary>
    /// <param name="unfinished">Only what can be gone on with; a page without any is looked past, but not for ever.</param>
    public async Task<Page<WatchProgress>> ListAsync(Person person, PageRequest page, bool unfinished, CancellationToken ct)
    {
        var head = await HeadAsync(person.Id, ct);
        for (var pages = 1; ; pages++)
        {
            var found = await documents.ListAsync(WatchedVideo.Kind, person.Id, "", page, ListOrder.Descending, ct);
            var shown = await ShowAsync(person, [.. found.Items.Where(watched => head.Has(watched, clock.GetUtcNow()))], ct);
            if (unfinished)
                shown.RemoveAll(progress => progress.Completed || progress.ResumeAt is null);
            if (!unfinished || shown.Count > 0 || found.Cursor is null || pages == MostPages)
                return new Page<WatchProgress>(shown, found.Cursor);
            page = page with { Cursor = found.Cursor };
        }
    }

    /// <summary>Takes one out, whether the person may still see it or not; absent is fine.</summary>
    public async Task<Result<Done>> RemoveAsync(string personId, string playbackId, CancellationToken ct)
    {
        var asset = OpaqueId.IsValid(playbackId, AssetIds.PlaybackPrefix) ? await assets.FindByPlaybackIdAsync(playbackId, ct) : null;
        for (var attempt = 0; attempt < Attempts && asset is not null; attempt++)
        {
            var head = await documents.FindAsync(HistoryHead.Kind, HistoryHead.KeyOf(personId), ct);
            if (head is null || await documents.FindAsync(WatchedVideo.Kind, WatchedVideo.KeyOf(personId, asset.Value.Id), ct) is not { } stored)
                return default(Done);
            var without = head.Value.Forgetting(clock.GetUtcNow(), all: false) with { Count = Math.Max(0, head.Value.Count - 1) };
            if (await documents.WriteAsync([WatchedVideo.Kind.Delete(stored.Value, stored.ETag), HistoryHead.Kind.Replace(without, head.ETag)], ct) is not null)
                return default(Done);
        }

        return asset is null ? default(Done) : HistoryErrors.Busy();
    }

    /// <summary>False when others were faster, again and again.</summary>
    private async Task<bool> AddAsync(string personId, Asset asset, WatchReport report, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var head = await documents.FindAsync(HistoryHead.Kind, HistoryHead.KeyOf(personId), ct);
            var said = head?.Value ?? HistoryHead.Of(personId);
            var there = await documents.FindAsync(WatchedVideo.Kind, WatchedVideo.KeyOf(personId, asset.Id), ct);
            if (report.At <= said.ForgottenAt)
                return true;
            var next = there is not null && said.Has(there.Value, clock.GetUtcNow()) ? there.Value.With(report) : WatchedVideo.Of(personId, asset.Id, report);
            if (next == there?.Value || await documents.WriteAsync(there is null ? await room.AddAsync(next, said, head?.ETag, ct) : [WatchedVideo.Kind.Replace(next, there.ETag)], ct) is not null)
                return true;
        }

        return false;
    }

    private async Task<HistoryOfVideo> ReadAsync(Person person, SeenVideo video, bool paused, CancellationToken ct)
    {
        var watched = (await documents.FindAsync(WatchedVideo.Kind, WatchedVideo.KeyOf(person.Id, video.Asset.Id), ct))?.Value;
        var known = watched is not null && (await HeadAsync(person.Id, ct)).Has(watched, clock.GetUtcNow());
        return new HistoryOfVideo(paused, known ? new WatchProgress(watched!, video.Asset, video.PlaybackId) : null);
    }

    private async Task<List<WatchProgress>> ShowAsync(Person person, IReadOnlyList<WatchedVideo> watched, CancellationToken ct)
    {
        var there = watched.Count == 0 ? [] : (await assets.FindManyAsync([.. watched.Select(each => each.AssetId)], ct)).ToDictionary(asset => asset.Id);
        var shown = new List<WatchProgress>();
        foreach (var each in watched)
        {
            if (there.TryGetValue(each.AssetId, out var asset) && await videos.MaySeeAsync(person, asset, ct) && asset.PlaybackIds is [var first, ..])
                shown.Add(new WatchProgress(each, asset, (asset.PlaybackIds.FirstOrDefault(id => id.Policy == PlaybackPolicy.Public) ?? first).Id));
        }

        return shown;
    }

    private async Task<HistoryHead> HeadAsync(string personId, CancellationToken ct) =>
        (await documents.FindAsync(HistoryHead.Kind, HistoryHead.KeyOf(personId), ct))?.Value ?? HistoryHead.Of(personId);

    private async Task<bool> IsPausedAsync(Person person, CancellationToken ct) => await profiles.FindOwnAsync(person.Id, ct) is { Value.Privacy.HistoryPaused: true };
}
