using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Marking;

/// <summary>
/// Sets, changes and takes back marks so that each is counted once: under repeats, races, and a death between any two writes.
/// </summary>
public sealed class Marks(IDocuments documents, TimeProvider clock)
{
    /// <summary>Lost races before a write is given up; each one means that someone else's went through.</summary>
    private const int Attempts = 32;

    /// <summary>Lost races after which the bucket is split.</summary>
    private const int LostBeforeSplit = 4;

    /// <param name="value">Printable ASCII; null to take the mark back.</param>
    /// <param name="suffix">Tells apart several marks of one person on the subject; empty where there is one.</param>
    /// <returns>Nothing, or <c>social.busy</c>. Done again it is done once.</returns>
    public async Task<Result<Done>> SetAsync(MarkSubject subject, string personId, string? value, CancellationToken ct, string suffix = "")
    {
        var own = subject with { Id = subject.Id + suffix };
        if (await PointToAsync(own, personId, value, ct) is not { } pointer)
        {
            return default(Done);
        }

        var changed = await ApplyAsync(subject, personId + suffix, value, ct);
        if (!changed.Succeeded)
        {
            return changed.Error!;
        }

        for (var attempt = 0; (changed.Value || pointer.Value.Value != value) && attempt < Attempts; attempt++)
        {
            if (await documents.WriteAsync(MarkDocuments.OwnMarks.Replace(pointer.Value with { Value = value, At = clock.GetUtcNow() }, pointer.ETag), ct) is not null)
            {
                break;
            }

            // Someone else of the same person's was at it: whoever writes last has to have read the mark after the pointer.
            pointer = (await documents.FindAsync(MarkDocuments.OwnMarks, MarkDocuments.KeyOf(personId, own), ct))!;
            value = await FindAsync(subject, personId + suffix, ct);
        }

        return default(Done);
    }

    /// <summary>The value of a person's mark; null when there is none.</summary>
    public async Task<string?> FindAsync(MarkSubject subject, string personId, CancellationToken ct) =>
        (await FindPlaceAsync(subject, personId, ct)).Mark?.Value.Value;

    /// <summary>What a person marked in a space, the latest first.</summary>
    public Task<Page<OwnMark>> ListOwnAsync(string personId, string space, PageRequest page, CancellationToken ct) =>
        documents.ListAsync(MarkDocuments.OwnMarks, personId, space, page, ListOrder.Descending, ct);

    /// <summary>The person's pointer to the subject, made when it is absent; null when there is nothing to take back.</summary>
    private async Task<Stored<OwnMark>?> PointToAsync(MarkSubject subject, string personId, string? value, CancellationToken ct)
    {
        var key = MarkDocuments.KeyOf(personId, subject);
        if (await documents.FindAsync(MarkDocuments.OwnMarks, key, ct) is not { } found)
        {
            if (value is null)
            {
                return null;
            }

            await documents.WriteAsync(MarkDocuments.OwnMarks.Add(new OwnMark(OwnMark.CurrentSchemaVersion, personId, subject.Space, subject.Id, null, clock.GetUtcNow())), ct);
            found = (await documents.FindAsync(MarkDocuments.OwnMarks, key, ct))!;
        }

        return found;
    }

    /// <returns>False when it was so already.</returns>
    private async Task<Result<bool>> ApplyAsync(MarkSubject subject, string personId, string? value, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var place = await FindPlaceAsync(subject, personId, ct);
            if (place.Mark?.Value.Value == value)
            {
                return false;
            }

            if (place is { Tally: null, Path: Buckets.Root })
            {
                await documents.WriteAsync(MarkDocuments.Tallied.Put(TalliedSubject.Of(subject)), ct);
            }

            if (await documents.WriteAsync(WritesOf(subject, personId, value, place, isContended: attempt >= LostBeforeSplit), ct) is not null)
            {
                return true;
            }
        }

        return SocialErrors.Busy();
    }

    private List<DocumentWrite> WritesOf(MarkSubject subject, string personId, string? value, Place place, bool isContended)
    {
        var partition = Buckets.PartitionOf(subject, place.Path);
        var tally = (place.Tally?.Value ?? new Tally { Partition = partition }).Moved(place.Mark?.Value.Value, value);
        if (place.Mark is null && place.Path.Length < Buckets.Deepest && (isContended || tally.Counts.Values.Sum() >= Buckets.Fullest))
        {
            tally = tally with { IsSplit = true };
        }

        var mark = new Mark(Mark.CurrentSchemaVersion, partition, personId, value ?? "", clock.GetUtcNow());
        return
        [
            place.Mark is not { } old ? MarkDocuments.Marks.Add(mark) : value is null ? MarkDocuments.Marks.Delete(old.Value, old.ETag) : MarkDocuments.Marks.Replace(mark, old.ETag),
            place.Tally is { } counted ? MarkDocuments.Tallies.Replace(tally, counted.ETag) : MarkDocuments.Tallies.Add(tally),
        ];
    }

    /// <summary>
    /// Where the person's mark is, or would be. The tally is read before the mark: once it is split no mark comes there any more,
    /// and what was read then is read for good; while it is not, whoever adds one replaces it.
    /// </summary>
    private async Task<Place> FindPlaceAsync(MarkSubject subject, string personId, CancellationToken ct)
    {
        for (var depth = 0; ; depth++)
        {
            var path = Buckets.PathOf(personId, depth);
            var tally = await documents.FindAsync(MarkDocuments.Tallies, Tallies.KeyOf(subject, path), ct);
            var mark = tally is null ? null : await documents.FindAsync(MarkDocuments.Marks, new DocumentKey(Buckets.PartitionOf(subject, path), personId), ct);
            if (mark is not null || tally is not { Value.IsSplit: true })
            {
                return new Place(path, tally, mark);
            }
        }
    }

    private sealed record Place(string Path, Stored<Tally>? Tally, Stored<Mark>? Mark);
}
