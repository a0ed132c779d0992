using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Social.Marking;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Comments;

/// <summary>
/// The one way comments are written: reads all that the comment is counted in, lets the caller decide, and writes it together
/// if nobody was faster; else starts over.
/// </summary>
public sealed class CommentStore(IDocuments documents, CommentPages pages)
{
    /// <summary>Lost races before a write is given up; each one means that someone else's went through.</summary>
    private const int Attempts = 32;

    public async Task<CommentRead> ReadAsync(string assetId, string commentId, string? parentId, CancellationToken ct)
    {
        var section = await documents.FindAsync(CommentDocuments.Sections, CommentDocuments.SectionKey(assetId), ct);
        var comment = await documents.FindAsync(CommentDocuments.Comments, new DocumentKey(assetId, commentId), ct);
        var standing = comment is null ? null : await documents.FindAsync(CommentDocuments.Standings, new DocumentKey(assetId, commentId), ct);
        var thread = comment is null ? parentId : comment.Value.ParentId;
        return new CommentRead(
            assetId,
            section,
            comment,
            standing,
            thread is null ? null : await documents.FindAsync(CommentDocuments.Comments, new DocumentKey(assetId, thread), ct),
            thread is null ? null : await documents.FindAsync(CommentDocuments.Standings, new DocumentKey(assetId, thread), ct));
    }

    /// <param name="parentId">Of a comment that is not there yet.</param>
    /// <param name="decide">Called once an attempt; when it returns the comment unchanged nothing is written.</param>
    /// <param name="also">More to be written together with what was decided; none by default.</param>
    /// <returns>The comment as it is now, what was decided against it, or <c>social.busy</c>.</returns>
    public async Task<Result<Stored<Comment>>> WriteAsync(
        string assetId, string commentId, string? parentId, Func<CommentRead, Result<Comment>> decide, CancellationToken ct, Func<CommentRead, Comment, IEnumerable<DocumentWrite>>? also = null)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var read = await ReadAsync(assetId, commentId, parentId, ct);
            var decided = decide(read);
            if (!decided.Succeeded)
            {
                return decided.Error!;
            }

            if (ReferenceEquals(decided.Value, read.Comment?.Value))
            {
                return read.Comment!;
            }

            await NoteAsync(read.Section, assetId, ct);
            if (await WrittenAsync(assetId, [.. CommentLedger.WritesOf(read, decided.Value), .. also?.Invoke(read, decided.Value) ?? []], ct) is { } etags)
            {
                return new Stored<Comment>(decided.Value, etags[0]);
            }
        }

        return SocialErrors.Busy();
    }

    /// <summary>Changes what is said of all comments of an asset.</summary>
    /// <param name="change">Called once an attempt; an error it returns ends the write.</param>
    public async Task<Result<CommentSection>> WriteAsync(string assetId, Func<CommentSection, Result<CommentSection>> change, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await documents.FindAsync(CommentDocuments.Sections, CommentDocuments.SectionKey(assetId), ct);
            var old = stored?.Value ?? new CommentSection { AssetId = assetId };
            var changed = change(old);
            if (!changed.Succeeded || changed.Value == old)
            {
                return changed;
            }

            await NoteAsync(stored, assetId, ct);
            if (await WrittenAsync(assetId, [stored is null ? CommentDocuments.Sections.Add(changed.Value) : CommentDocuments.Sections.Replace(changed.Value, stored.ETag)], ct) is not null)
            {
                return changed;
            }
        }

        return SocialErrors.Busy();
    }

    /// <summary>Changes how a comment stands.</summary>
    public async Task<Result<CommentStanding>> WriteAsync(string assetId, string commentId, Func<CommentStanding, Task<CommentStanding>> change, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await documents.FindAsync(CommentDocuments.Standings, new DocumentKey(assetId, commentId), ct) is not { } stored)
            {
                return CommentErrors.NotFound();
            }

            var changed = await change(stored.Value);
            if (changed == stored.Value || await WrittenAsync(assetId, [CommentDocuments.Standings.Replace(changed, stored.ETag)], ct) is not null)
            {
                return changed;
            }
        }

        return SocialErrors.Busy();
    }

    private async Task<IReadOnlyList<string>?> WrittenAsync(string assetId, IReadOnlyList<DocumentWrite> writes, CancellationToken ct)
    {
        try
        {
            return await documents.WriteAsync(writes, ct);
        }
        finally
        {
            pages.Forget(assetId);
        }
    }

    /// <summary>A section is noted before it is there, so that recounts find it.</summary>
    private Task NoteAsync(Stored<CommentSection>? section, string assetId, CancellationToken ct) =>
        section is not null ? Task.CompletedTask : documents.WriteAsync(MarkDocuments.Tallied.Put(TalliedSubject.Of(new MarkSubject(MarkSpaces.Comments, assetId))), ct);
}
