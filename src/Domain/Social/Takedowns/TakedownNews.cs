using System.Globalization;
using System.Text;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Mail;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Social.Notifications;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Takedowns;

/// <summary>
/// Tells an owner that a video of theirs was taken down or put back, by letter and among their notifications. The letter goes first, so that
/// a death makes one too many rather than none; what can't be sent stays unsent, as the video says it too.
/// </summary>
public sealed class TakedownNews(IDocuments documents, Notices notices, Organisations organisations, People people, IMailer mailer, PlaybackOptions options, TimeProvider clock)
{
    /// <summary>Owners of an organisation who get a letter.</summary>
    private const int MostLetters = 10;

    /// <summary>Of the take-down while it holds, of its end after that; may be repeated.</summary>
    public async Task TellAsync(Asset asset, TakedownMark mark, CancellationToken ct)
    {
        var kind = mark.LiftedAt is null ? NotificationKind.Takedown : NotificationKind.Reinstatement;
        var id = Notification.IdOf(kind, string.Create(CultureInfo.InvariantCulture, $"{asset.Id}/{mark.At.UtcTicks}"), asset.OwnerId);
        if (await documents.FindAsync(NotificationDocuments.Notifications, new DocumentKey(asset.OwnerId, id), ct) is not null)
        {
            return;
        }

        foreach (var personId in await PeopleOfAsync(asset.OwnerId, ct))
        {
            await SendAsync(personId, asset, mark, ct);
        }

        await notices.TellAsync(new Notification(Notification.CurrentSchemaVersion, asset.OwnerId, id, kind, asset.Id, null, null, null, clock.GetUtcNow()), ct);
    }

    private async Task<IReadOnlyList<string>> PeopleOfAsync(string ownerId, CancellationToken ct) => await organisations.FindAsync(ownerId, ct) is { Value: var organisation }
        ? [.. organisation.Members.Where(member => member.Role == MemberRole.Owner).Select(member => member.UserId).Take(MostLetters)]
        : [ownerId];

    private async Task SendAsync(string personId, Asset asset, TakedownMark mark, CancellationToken ct)
    {
        if (await people.AddressAsync(personId, ct) is not { } to)
        {
            return;
        }

        try
        {
            await mailer.SendAsync(new Letter(to.Text, mark.LiftedAt is null ? "Your video was taken down" : "Your video is back", TextOf(asset, mark)), ct);
        }
        catch (IOException)
        {
        }
    }

    private string TextOf(Asset asset, TakedownMark mark)
    {
        var (title, page) = (Line(asset.Title), $"{options.PublicUrl}/videos/{asset.Id}");
        return mark.LiftedAt is null
            ? $"Moderators of {options.PublicUrl} took your video down:\n{title}\n\nThe reason: {Words(mark.Reason)}.\n{(mark.Note is { } note ? $"{Line(note)}\n" : "")}\nNobody can play or find it now. If you think that this is wrong you can ask for another look, once:\n{page}\n"
            : $"Moderators of {options.PublicUrl} put your video back:\n{title}\n\nIt is there as you left it:\n{page}\n";
    }

    private static string Line(string text) => string.Concat(text.Where(letter => !char.IsControl(letter)));

    /// <summary><c>ChildSafety</c> as <c>child safety</c>.</summary>
    private static string Words(TakedownReason reason)
    {
        var words = new StringBuilder();
        foreach (var letter in reason.ToString())
        {
            words.Append(char.IsUpper(letter) && words.Length > 0 ? " " : "").Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
