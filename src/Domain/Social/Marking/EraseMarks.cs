using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Marking;

/// <summary>What somebody liked, subscribed to and shared: taken back, counted so, and forgotten. Reports stay, without their name.</summary>
public sealed class EraseMarks(Marks marks, Reports.Reports reports, IDocuments documents, IEnumerable<ICopiedCounts> copies) : IErasePerson
{
    private const int AtOnce = 50;

    /// <summary>What was taken back too: a mark may have outlived a death before its pointer was written.</summary>
    private static readonly string[] Lists = [MarkSpaces.Reactions, MarkSpaces.CommentLikes, MarkSpaces.Subscribers, MarkSpaces.Shares, MarkSpaces.Reports, OwnMark.TakenBack];

    public string Part => "marks";

    public async Task<PartErased> EraseAsync(string personId, CancellationToken ct)
    {
        foreach (var list in Lists)
        {
            var page = await documents.ListAsync(MarkDocuments.OwnMarks, personId, list, new PageRequest(null, AtOnce), ListOrder.Descending, ct);
            foreach (var own in page.Items)
            {
                await TakeBackAsync(own, ct);
                await documents.RemoveAsync(MarkDocuments.OwnMarks, MarkDocuments.KeyOf(personId, new MarkSubject(own.Space, own.SubjectId)), ct);
            }

            if (page.Items.Count > 0)
            {
                return PartErased.Some;
            }
        }

        return PartErased.All;
    }

    private async Task TakeBackAsync(OwnMark own, CancellationToken ct)
    {
        if (own.Space == MarkSpaces.Reports)
        {
            await reports.ForgetReporterAsync(own.Value, ct);
            return;
        }

        // Of shares there are several of one person's on a subject, told apart by what follows it.
        var end = own.Space == MarkSpaces.Shares ? own.SubjectId.LastIndexOf(Shares.Divider) : -1;
        var (subject, suffix) = (new MarkSubject(own.Space, end < 0 ? own.SubjectId : own.SubjectId[..end]), end < 0 ? "" : own.SubjectId[end..]);
        var set = await marks.SetAsync(subject, own.PersonId, null, ct, suffix);
        if (!set.Succeeded)
        {
            throw new TimeoutException(set.Error!.Message);
        }

        foreach (var copy in copies.Where(copy => copy.Space == subject.Space))
        {
            await copy.CheckAsync(subject.Id, ct);
        }
    }
}
