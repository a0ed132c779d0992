using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Comments;

/// <summary>What somebody said: as if they had taken it back, and without their name.</summary>
public sealed class EraseComments(CommentStore store, IDocuments documents) : IErasePerson
{
    private const int AtOnce = 50;

    public string Part => "comments";

    public async Task<PartErased> EraseAsync(string personId, CancellationToken ct)
    {
        var page = await documents.ListAsync(CommentDocuments.OwnComments, personId, "", new PageRequest(null, AtOnce), ListOrder.Descending, ct);
        foreach (var own in page.Items)
        {
            var erased = await store.WriteAsync(
                own.AssetId,
                own.CommentId,
                null,
                read => read.Comment is not { Value: var comment } ? CommentErrors.NotFound()
                    : comment.AuthorId != personId ? comment
                    : comment with { State = CommentState.Deleted, Text = null, Mentions = [], AuthorId = Comment.Nobody },
                ct,
                (read, _) => CommentWriter.WithoutEdits(read.Comment!.Value));
            if (erased.Error?.Code == SocialErrors.Busy().Code)
            {
                throw new TimeoutException(erased.Error.Message);
            }

            await documents.RemoveAsync(CommentDocuments.OwnComments, new DocumentKey(personId, own.CommentId), ct);
        }

        return PartErased.Of(page.Cursor, page.Items.Count);
    }
}
