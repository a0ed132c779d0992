using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Social.Marking;

namespace StreamPlatform.Domain.Social.Subscriptions;

/// <summary>
/// Who subscribes to which channel. A subscription is a mark on the channel, counted with it, with the pointer that every mark
/// has beside the person: that is the list of their own.
/// </summary>
public sealed class Subscriptions(Marks marks, Tallies tallies, Channels channels, Profiles profiles)
{
    internal const string Loud = "loud", Quiet = "quiet";

    /// <param name="notify">Null to end it.</param>
    public async Task<Result<ChannelSubscription>> SetAsync(Person person, string channelId, bool? notify, CancellationToken ct)
    {
        var channel = await channels.FindAsync(channelId, ct);
        if (!channel.Succeeded)
        {
            return channel.Error!;
        }

        var set = await marks.SetAsync(SubjectOf(channel.Value.Value.Id), person.Id, notify switch { true => Loud, false => Quiet, _ => null }, ct);
        return set.Succeeded ? await GetAsync(person, channelId, ct) : set.Error!;
    }

    /// <param name="person">Null for nobody.</param>
    public async Task<Result<ChannelSubscription>> GetAsync(Person? person, string channelId, CancellationToken ct)
    {
        var channel = await channels.FindAsync(channelId, ct);
        if (!channel.Succeeded)
        {
            return channel.Error!;
        }

        var subject = SubjectOf(channel.Value.Value.Id);
        var mine = person is null ? null : await marks.FindAsync(subject, person.Id, ct);
        var counts = await tallies.CountAsync(subject, ct);
        return new ChannelSubscription(mine is not null, mine == Loud, counts[Loud] + counts[Quiet]);
    }

    /// <summary>A person's own, the latest first.</summary>
    public async Task<Page<Subscription>> ListOwnAsync(Person person, PageRequest page, CancellationToken ct)
    {
        var found = await marks.ListOwnAsync(person.Id, MarkSpaces.Subscribers, page, ct);
        return new Page<Subscription>([.. found.Items.Select(own => new Subscription(own.SubjectId, own.Value == Loud, own.At))], found.Cursor);
    }

    /// <summary>Somebody's who lets others see it. Fails with <c>profile.not_found</c>.</summary>
    public async Task<Result<Page<Subscription>>> ListAsync(string personId, PageRequest page, CancellationToken ct) =>
        await profiles.FindAsync(personId, ct) is { Succeeded: true, Value: { Privacy.SubscriptionsPrivate: false } profile }
            ? await ListOwnAsync(new Person(profile.PersonId, profile.PersonId), page, ct)
            : ProfileErrors.NotFound();

    internal static MarkSubject SubjectOf(string channelId) => new(MarkSpaces.Subscribers, channelId);
}
