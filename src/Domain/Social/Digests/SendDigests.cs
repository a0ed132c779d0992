using System.Text;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Mail;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Social.Notifications;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Digests;

/// <summary>
/// Sends everybody who wants it one letter a day of what is new: videos of channels that they subscribe to, and replies. The day is
/// written down before the letter goes, so that nobody gets two of a day, however often it is tried; what a death kept from
/// somebody is in the next one.
/// </summary>
public sealed class SendDigests(IDocuments documents, People people, Notices notices, IMailer mailer, PlaybackOptions options, TimeProvider clock)
{
    /// <summary>People a step.</summary>
    public const int AtOnce = 20;

    /// <summary>Things in a letter; the latest.</summary>
    public const int MostTold = 20;

    /// <returns>Where it stands then.</returns>
    /// <exception cref="IOException">No letters are taken just now; to be tried again.</exception>
    public async Task<DigestProgress> StepAsync(DigestProgress progress, CancellationToken ct)
    {
        var page = await documents.ListAsync(Digest.Kind, Digest.PartitionOf(progress.Shard), "", new PageRequest(progress.Cursor, AtOnce), ListOrder.Ascending, ct);
        var sent = 0;
        foreach (var digest in page.Items.Where(digest => digest.Day != progress.Day))
        {
            sent += await SendAsync(digest.PersonId, progress.Day, ct) ? 1 : 0;
        }

        return page.Cursor is not null
            ? progress with { Cursor = page.Cursor, Sent = progress.Sent + sent }
            : progress with { Shard = progress.Shard + 1, Cursor = null, Sent = progress.Sent + sent };
    }

    private async Task<bool> SendAsync(string personId, string day, CancellationToken ct)
    {
        var (now, key) = (clock.GetUtcNow(), Digest.KeyOf(personId));
        if (await documents.FindAsync(Digest.Kind, key, ct) is not { Value: var digest } stored || digest.Day == day
            || await people.AddressAsync(personId, ct) is not { } address
            || await NewAsync(digest, ct) is not { Count: > 0 } found
            || await documents.WriteAsync(Digest.Kind.Replace(digest with { Day = day }, stored.ETag), ct) is not { } etag)
        {
            return false;
        }

        try
        {
            await mailer.SendAsync(LetterOf(digest, address, found), ct);
        }
        catch (IOException)
        {
            await documents.WriteAsync(Digest.Kind.Replace(digest, etag), CancellationToken.None);
            throw;
        }

        // Whoever ended them meanwhile has ended them.
        await documents.WriteAsync(Digest.Kind.Replace(digest with { Day = day, Since = now }, etag), ct);
        return true;
    }

    private async Task<List<ShownNotification>> NewAsync(Digest digest, CancellationToken ct)
    {
        var page = await notices.ListAsync(new Person(digest.PersonId, digest.PersonId), new PageRequest(null, PageRequest.MaxLimit), ct);
        return [.. page.Items.Where(shown => shown.IsNew && shown.Notification.Kind is NotificationKind.Video or NotificationKind.Reply && shown.Notification.CreatedAt > digest.Since).Take(MostTold)];
    }

    private Letter LetterOf(Digest digest, EmailAddress to, List<ShownNotification> found)
    {
        var stop = $"{options.PublicUrl}/api/digests/{digest.PersonId}/{digest.Secret}";
        var text = new StringBuilder();
        Tell(text, "New videos", found, NotificationKind.Video);
        Tell(text, "Replies to what you said", found, NotificationKind.Reply);
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"You get this letter once a day, when there is something new, because you asked for it.\nTo get no more:\n{stop}\n");
        return new Letter(to.Text, $"New for you at {new Uri(options.PublicUrl).Host}", text.ToString()) { Unsubscribe = stop };
    }

    private void Tell(StringBuilder text, string about, List<ShownNotification> found, NotificationKind kind)
    {
        ShownNotification[] told = [.. found.Where(shown => shown.Notification.Kind == kind && shown.Asset.PlaybackIds.Count > 0)];
        if (told.Length > 0)
        {
            text.Append(about).Append("\n\n").AppendJoin("\n", told.Select(LineOf)).Append("\n\n");
        }
    }

    private string LineOf(ShownNotification shown)
    {
        var id = shown.Asset.PlaybackIds.FirstOrDefault(id => id.Policy == PlaybackPolicy.Public) ?? shown.Asset.PlaybackIds[0];
        return $"{string.Concat(shown.Asset.Title.Where(letter => !char.IsControl(letter)))}\n{options.PublicUrl}/watch/{id.Id}";
    }
}
