namespace StreamPlatform.Domain.Catalog.Tracks;

/// <summary>Gives an asset chapters of its owner's in place of its source's; none hides the source's too.</summary>
public sealed class PutChapters(Assets assets)
{
    /// <param name="chapters">Null brings the source's back.</param>
    /// <returns>The asset, or <c>chapters.invalid</c>, <c>asset.not_found</c>, <c>asset.changed</c>, <c>asset.wrong_state</c>.</returns>
    public Task<Result<Asset>> ExecuteAsync(string ownerId, string assetId, IReadOnlyList<AssetChapter>? chapters, string? ifMatch, CancellationToken ct) => assets.WriteAsync(
        assetId,
        stored => OwnedAsset.Refuse(stored, ownerId, ifMatch) is { } refused ? refused
            : Check(chapters ?? [], stored.Value.DurationSeconds) is { } error ? error
            : stored.Value with { Chapters = chapters is null ? null : [.. chapters.Select(chapter => chapter with { Title = chapter.Title.Trim() })] },
        ct);

    private static Error? Check(IReadOnlyList<AssetChapter> chapters, double? durationSeconds)
    {
        if (chapters.Count > TrackErrors.MaxChapters)
        {
            return TrackErrors.ChaptersInvalid(FormattableString.Invariant($"there are more than {TrackErrors.MaxChapters}"));
        }

        var last = double.NegativeInfinity;
        for (var i = 0; i < chapters.Count; i++)
        {
            var (start, title) = (chapters[i].StartSeconds, chapters[i].Title);
            var what = !(start >= 0) ? "starts before 0"
                : !(start > last) ? "does not start after the one before it"
                : start >= (durationSeconds ?? double.PositiveInfinity) ? FormattableString.Invariant($"starts after the end, {durationSeconds:0.###} s")
                : !Titles.Parse(title).Succeeded ? "has no title, or one that is too long"
                : null;
            if (what is not null)
            {
                return TrackErrors.ChaptersInvalid(FormattableString.Invariant($"chapter {i + 1} {what}"));
            }

            last = start;
        }

        return null;
    }
}
