using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Comments;

/// <summary>Comments as those see them who see the video.</summary>
public sealed class CommentReader(IDocuments documents, CommentLikes likes, CommentPages pages, Profiles profiles)
{
    private static readonly Page<Comment> None = new([], null);

    /// <summary>
    /// A page of threads. What is said or taken out meanwhile moves nothing; a thread that rises or falls in the order of
    /// <see cref="CommentOrder.Top"/> between two pages may be on both or on neither.
    /// </summary>
    public async Task<CommentPage> ListAsync(SeenVideo video, Person? person, CommentOrder order, PageRequest page, CancellationToken ct)
    {
        var all = await pages.GetAsync(video.Asset.Id, order, page, () => ReadAsync(video, order, page, ct));
        if (!IsOpen(all.Section, video, person))
        {
            return new CommentPage(all.Section with { Count = 0, Held = 0 }, null, [], null);
        }

        string[] ids = [.. all.Items.Append(all.Pinned).OfType<ShownComment>().Select(shown => shown.Comment.Id)];
        if (person is null || ids.Length == 0)
        {
            return all;
        }

        var liked = await likes.LikedAsync(person, video.Asset.Id, ids, ct);
        return liked.Count == 0 ? all : all with { Pinned = all.Pinned is { } first ? Mine(first) : null, Items = [.. all.Items.Select(Mine)] };

        ShownComment Mine(ShownComment shown) => shown with { IsLiked = liked.Contains(shown.Comment.Id) };
    }

    /// <summary>A page as nobody in particular sees it.</summary>
    private async Task<CommentPage> ReadAsync(SeenVideo video, CommentOrder order, PageRequest page, CancellationToken ct)
    {
        var section = await SectionAsync(video.Asset.Id, ct);
        var (found, standings) = order == CommentOrder.Newest ? (await ListAsync(video, CommentDocuments.Threads, ListOrder.Descending, page, ct), null) : await TopAsync(video, page, ct);
        var pinned = page.Cursor is null && section.PinnedId is { } id && await documents.FindAsync(CommentDocuments.Comments, new DocumentKey(video.Asset.Id, id), ct) is { Value: { State: CommentState.Visible } first } ? first : null;
        var shown = await ShowAsync(video, null, section, [.. found.Items.Where(comment => comment.Id != section.PinnedId), .. pinned is null ? Array.Empty<Comment>() : [pinned]], standings, ct);
        return pinned is null ? new CommentPage(section, null, shown, found.Cursor) : new CommentPage(section, shown[^1], [.. shown.SkipLast(1)], found.Cursor);
    }

    /// <summary>The replies to a thread, the oldest first.</summary>
    public async Task<Result<Page<ShownComment>>> RepliesAsync(SeenVideo video, Person? person, string commentId, PageRequest page, CancellationToken ct)
    {
        var thread = await GetAsync(video, person, commentId, ct);
        return thread.Succeeded
            ? await ShowAsync(video, person, await ListAsync(video, CommentDocuments.RepliesTo(commentId), ListOrder.Ascending, page, ct), ct)
            : thread.Error!;
    }

    public async Task<Result<Stored<ShownComment>>> GetAsync(SeenVideo video, Person? person, string commentId, CancellationToken ct)
    {
        var section = await SectionAsync(video.Asset.Id, ct);
        return OpaqueId.IsValid(commentId, Comment.IdPrefix)
            && IsOpen(section, video, person)
            && await documents.FindAsync(CommentDocuments.Comments, new DocumentKey(video.Asset.Id, commentId), ct) is { } found
            && CommentWriter.IsSeenBy(found.Value, video, person)
                ? new Stored<ShownComment>((await ShowAsync(video, person, section, [found.Value], null, ct))[0], found.ETag)
                : CommentErrors.NotFound();
    }

    /// <summary>A comment with what others make of it.</summary>
    public async Task<ShownComment> ShowAsync(SeenVideo video, Person? person, Comment comment, CancellationToken ct) =>
        (await ShowAsync(video, person, await SectionAsync(video.Asset.Id, ct), [comment], null, ct))[0];

    /// <summary>What a comment said before, the latest first: for its author, and for the owner and moderators.</summary>
    public async Task<Result<CommentEdit[]>> EditsAsync(SeenVideo video, Person person, string commentId, CancellationToken ct)
    {
        var found = await GetAsync(video, person, commentId, ct);
        if (!found.Succeeded)
        {
            return found.Error!;
        }

        return found.Value.Value.Comment.AuthorId == person.Id || CommentWriter.Decides(video, person)
            ? (await documents.ListAsync(CommentDocuments.Edits, video.Asset.Id, commentId, new PageRequest(null, CommentEdit.Kept), ListOrder.Descending, ct)).Items.ToArray()
            : CommentErrors.NotYours();
    }

    /// <summary>What waits for a decision, or was decided against, the latest first: for the owner and moderators.</summary>
    public async Task<Result<Page<ShownComment>>> ReviewAsync(SeenVideo video, Person person, bool decided, PageRequest page, CancellationToken ct) =>
        CommentWriter.Decides(video, person)
            ? await ShowAsync(video, person, await ListAsync(video, decided ? CommentDocuments.Hidden : CommentDocuments.Held, ListOrder.Descending, page, ct), ct)
            : CommentErrors.NotYours();

    /// <summary>The comments of an asset taken together.</summary>
    public async Task<CommentSection> SectionAsync(string assetId, CancellationToken ct) =>
        (await documents.FindAsync(CommentDocuments.Sections, CommentDocuments.SectionKey(assetId), ct))?.Value ?? new CommentSection { AssetId = assetId };

    private static bool IsOpen(CommentSection section, SeenVideo video, Person? person) => section.Mode != CommentMode.Off || CommentWriter.Decides(video, person);

    private Task<Page<Comment>> ListAsync(SeenVideo video, string list, ListOrder order, PageRequest page, CancellationToken ct) =>
        documents.ListAsync(CommentDocuments.Comments, video.Asset.Id, list, page, order, ct);

    private async Task<(Page<Comment>, IReadOnlyList<CommentStanding>?)> TopAsync(SeenVideo video, PageRequest page, CancellationToken ct)
    {
        var top = await documents.ListAsync(CommentDocuments.Standings, video.Asset.Id, CommentDocuments.Top, page, ListOrder.Descending, ct);
        if (top.Items.Count == 0)
        {
            return (None, null);
        }

        var comments = (await documents.FindManyAsync(CommentDocuments.Comments, [.. top.Items.Select(standing => new DocumentKey(video.Asset.Id, standing.CommentId))], ct)).ToDictionary(comment => comment.Id);
        return (new Page<Comment>([.. top.Items.Select(standing => comments.GetValueOrDefault(standing.CommentId)).OfType<Comment>().Where(comment => comment.IsListed)], top.Cursor), top.Items);
    }

    private async Task<Page<ShownComment>> ShowAsync(SeenVideo video, Person? person, Page<Comment> page, CancellationToken ct) =>
        new(await ShowAsync(video, person, await SectionAsync(video.Asset.Id, ct), page.Items, null, ct), page.Cursor);

    private async Task<List<ShownComment>> ShowAsync(SeenVideo video, Person? person, CommentSection section, IReadOnlyList<Comment> comments, IReadOnlyList<CommentStanding>? known, CancellationToken ct)
    {
        if (comments.Count == 0)
        {
            return [];
        }

        var standings = (known ?? []).ToDictionary(standing => standing.CommentId);
        List<DocumentKey> missing = [.. comments.Where(comment => !standings.ContainsKey(comment.Id)).Select(comment => new DocumentKey(comment.AssetId, comment.Id))];
        foreach (var standing in missing.Count == 0 ? [] : await documents.FindManyAsync(CommentDocuments.Standings, missing, ct))
            standings[standing.CommentId] = standing;
        var liked = person is null ? null : await likes.LikedAsync(person, video.Asset.Id, [.. comments.Select(comment => comment.Id)], ct);
        var authors = await profiles.FindManyAsync(comments.Select(comment => comment.AuthorId), ct);
        return
        [
            .. comments.Select(comment => new ShownComment(
                comment,
                standings.GetValueOrDefault(comment.Id) ?? new CommentStanding { AssetId = comment.AssetId, CommentId = comment.Id, CreatedAt = comment.CreatedAt },
                comment.Id == section.PinnedId,
                liked?.Contains(comment.Id) == true,
                authors.GetValueOrDefault(comment.AuthorId))),
        ];
    }
}
