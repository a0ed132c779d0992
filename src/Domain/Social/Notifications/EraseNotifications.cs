using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Domain.Social.Digests;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Notifications;

/// <summary>What somebody was told, and what they wanted to be told of.</summary>
public sealed class EraseNotifications(IDocuments documents) : IErasePerson
{
    public string Part => "notifications";

    public async Task<PartErased> EraseAsync(string personId, CancellationToken ct)
    {
        var page = await documents.ListAsync(NotificationDocuments.Notifications, personId, "", new PageRequest(null, PageRequest.MaxLimit), ListOrder.Descending, ct);
        foreach (var notification in page.Items)
        {
            await documents.RemoveAsync(NotificationDocuments.Notifications, new DocumentKey(personId, notification.Id), ct);
        }

        await documents.RemoveAsync(NotificationDocuments.Settings, NotificationDocuments.SettingsKey(personId), ct);
        await documents.RemoveAsync(Digest.Kind, Digest.KeyOf(personId), ct);
        return PartErased.Of(page.Cursor, page.Items.Count);
    }
}
