using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Notifications;

/// <summary>Tells people what happened, and what they were told.</summary>
public sealed class Notices(IDocuments documents, IAssetStore assets, SeenVideos videos, TimeProvider clock)
{
    /// <summary>New ones are counted so far and no further.</summary>
    public const int MostCounted = 100;

    private const int Attempts = 8;

    /// <summary>Tells somebody, once and unless they don't want to know; may be repeated.</summary>
    public async Task TellAsync(Notification notification, CancellationToken ct)
    {
        if (notification.Kind is NotificationKind.Takedown or NotificationKind.Reinstatement || !(await SettingsAsync(notification.PersonId, ct)).Muted.Contains(notification.Kind))
        {
            await documents.WriteAsync(NotificationDocuments.Notifications.Add(notification), ct);
        }
    }

    /// <summary>The latest first. What is about videos that the person may not see, or not any more, is left out.</summary>
    public async Task<Page<ShownNotification>> ListAsync(Person person, PageRequest page, CancellationToken ct)
    {
        var settings = await SettingsAsync(person.Id, ct);
        var found = await documents.ListAsync(NotificationDocuments.Notifications, person.Id, "", page, ListOrder.Descending, ct);
        List<Notification> kept = [.. found.Items.Where(notification => notification.CreatedAt + Notification.Kept > clock.GetUtcNow())];
        var about = kept.Count == 0 ? [] : (await assets.FindManyAsync([.. kept.Select(notification => notification.AssetId).Distinct()], ct)).ToDictionary(asset => asset.Id);
        var shown = new List<ShownNotification>();
        foreach (var notification in kept)
        {
            if (about.TryGetValue(notification.AssetId, out var asset) && await videos.MaySeeAsync(person, asset, ct))
                shown.Add(new ShownNotification(notification, asset, IsNew(notification, settings)));
        }

        return new Page<ShownNotification>(shown, found.Cursor);
    }

    /// <summary>How many of the latest <see cref="MostCounted"/> are new.</summary>
    public async Task<int> CountNewAsync(Person person, CancellationToken ct) =>
        (await ListAsync(person, new PageRequest(null, MostCounted), ct)).Items.Count(shown => shown.IsNew);

    /// <summary>All there are by now are seen.</summary>
    public Task<Result<NotificationSettings>> SeeAsync(Person person, CancellationToken ct) =>
        ChangeAsync(person, settings => settings with { SeenUntil = clock.GetUtcNow() }, ct);

    /// <summary>Marks one as read; may be repeated.</summary>
    public async Task<Result<Done>> ReadAsync(Person person, string notificationId, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (!OpaqueId.IsValid(notificationId, Notification.IdPrefix)
                || await documents.FindAsync(NotificationDocuments.Notifications, new DocumentKey(person.Id, notificationId), ct) is not { } stored)
            {
                return NotificationErrors.NotFound();
            }

            if (stored.Value.Read || await documents.WriteAsync(NotificationDocuments.Notifications.Replace(stored.Value with { Read = true }, stored.ETag), ct) is not null)
            {
                return default(Done);
            }
        }

        return SocialErrors.Busy();
    }

    public async Task<NotificationSettings> SettingsAsync(string personId, CancellationToken ct) =>
        (await documents.FindAsync(NotificationDocuments.Settings, NotificationDocuments.SettingsKey(personId), ct))?.Value ?? new NotificationSettings { PersonId = personId };

    public Task<Result<NotificationSettings>> MuteAsync(Person person, IReadOnlyList<NotificationKind> muted, CancellationToken ct) =>
        ChangeAsync(person, settings => settings with { Muted = [.. muted.Distinct().Order()] }, ct);

    private static bool IsNew(Notification notification, NotificationSettings settings) => !notification.Read && !(notification.CreatedAt <= settings.SeenUntil);

    private async Task<Result<NotificationSettings>> ChangeAsync(Person person, Func<NotificationSettings, NotificationSettings> change, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await documents.FindAsync(NotificationDocuments.Settings, NotificationDocuments.SettingsKey(person.Id), ct);
            var changed = change(stored?.Value ?? new NotificationSettings { PersonId = person.Id });
            if (await documents.WriteAsync(stored is null ? NotificationDocuments.Settings.Add(changed) : NotificationDocuments.Settings.Replace(changed, stored.ETag), ct) is not null)
            {
                return changed;
            }
        }

        return SocialErrors.Busy();
    }
}
