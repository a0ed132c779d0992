using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Tests.Social;

namespace StreamPlatform.Domain.Tests.Accounts.Organisations;

public sealed class OrganisationPropertyTests : IAsyncLifetime
{
    private static readonly MemberRole[] Roles = Enum.GetValues<MemberRole>();

    private readonly House _house = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_happens_there_is_an_owner_and_nobody_passes_who_is_no_member(int seed)
    {
        var (luck, team) = (new Random(seed), new Team(_house.Get<IDocuments>(), _house.Clock));
        string[] people = [.. Enumerable.Range(0, 6).Select(_ => OpaqueId.New("user"))];
        var id = await team.CreateAsync(people[0]);
        Dictionary<string, MemberRole> members = new() { [people[0]] = MemberRole.Owner };
        List<Invitation> invitations = [];

        for (var step = 0; step < 150; step++)
        {
            var (actor, other, role) = (people[luck.Next(people.Length)], people[luck.Next(people.Length)], Roles[luck.Next(Roles.Length)]);
            switch (luck.Next(5))
            {
                case 0 when luck.Next(2) == 0 && invitations.Count < Invitations.Most:
                    var invited = await team.Invitations.InviteAsync(actor, id, new Invitee(null, other, role), null, default);
                    Assert.Equal(Decides(members, actor, null, role) && !members.ContainsKey(other), invited.Succeeded);
                    invitations.AddRange(invited.Succeeded ? [invited.Value] : []);
                    break;
                case 1 when invitations.Count > 0:
                    var invitation = invitations[luck.Next(invitations.Count)];
                    var (who, wasMember) = (luck.Next(4) == 0 ? other : invitation.UserId!, members.ContainsKey(invitation.UserId!));
                    var accepted = await team.Invitations.AcceptAsync(who, new InvitationAnswer(null, invitation.Id), default);
                    Assert.True(!accepted.Succeeded || who == invitation.UserId);
                    Assert.True(!accepted.Succeeded || wasMember || Decides(members, invitation.InvitedBy, null, invitation.Role), "Whoever invited might no longer.");
                    if (accepted.Succeeded)
                        members.TryAdd(who, invitation.Role);
                    break;
                case 2:
                    var left = await team.Members.RemoveAsync(actor, id, other, default);
                    Assert.Equal(May(members, actor, other, null), left.Succeeded);
                    if (left.Succeeded)
                        members.Remove(other);
                    break;
                case 3:
                    var changed = await team.Members.ChangeAsync(actor, id, other, role, null, default);
                    Assert.Equal(members.ContainsKey(other) && May(members, actor, other, role), changed.Succeeded);
                    if (changed.Succeeded)
                        members[other] = role;
                    break;
                default:
                    _ = invitations.Count == 0 ? default : await team.Invitations.DeclineAsync(actor, new InvitationAnswer(null, invitations[luck.Next(invitations.Count)].Id), default);
                    break;
            }

            Assert.Contains(MemberRole.Owner, members.Values);
            foreach (var person in people)
                Assert.Equal(members.TryGetValue(person, out var has) ? has : null, await team.ActsAsAsync(person, id));
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public async Task When_processes_die_and_writes_lose_all_the_way_who_is_a_member_still_finds_the_organisation(int seed)
    {
        var luck = new Random(seed);
        var (team, calm) = (new Team(new TroubledDocuments(_house.Get<IDocuments>(), luck), _house.Clock), new Team(_house.Get<IDocuments>(), _house.Clock));
        string[] people = [.. Enumerable.Range(0, 4).Select(_ => OpaqueId.New("user"))];
        var id = await calm.CreateAsync(people[0]);

        for (var step = 0; step < 120; step++)
        {
            var (actor, other, role) = (people[luck.Next(people.Length)], people[luck.Next(people.Length)], Roles[luck.Next(Roles.Length)]);
            try
            {
                _ = luck.Next(3) switch
                {
                    0 when await team.Invitations.InviteAsync(actor, id, new Invitee(null, other, role), null, default) is { Succeeded: true, Value: var made } =>
                        (await team.Invitations.AcceptAsync(other, new InvitationAnswer(null, made.Id), default)).Succeeded,
                    1 => (await team.Members.RemoveAsync(actor, id, other, default)).Succeeded,
                    _ => (await team.Members.ChangeAsync(actor, id, other, role, null, default)).Succeeded,
                };
            }
            catch (CrashedException)
            {
                // It died there, and its caller gives up.
            }

            var organisation = (await calm.Organisations.FindAsync(id, default))!.Value;
            Assert.Contains(organisation.Members, member => member.Role == MemberRole.Owner);
            Assert.Equal(organisation.Members.Count, organisation.Members.DistinctBy(member => member.UserId).Count());
            foreach (var person in people)
                Assert.Equal(organisation.RoleOf(person) is not null, (await calm.Organisations.ListAsync(person, new PageRequest(null, 10), default)).Items.Count == 1);
        }
    }

    [Fact]
    public async Task Of_two_owners_who_leave_at_once_one_stays()
    {
        var team = new Team(_house.Get<IDocuments>(), _house.Clock);
        for (var round = 0; round < 10; round++)
        {
            var (ada, ben) = (OpaqueId.New("user"), OpaqueId.New("user"));
            var id = await team.CreateAsync(ada);
            await team.JoinAsync(ada, id, ben, MemberRole.Owner);

            await Task.WhenAll(
                Task.Run(() => team.Members.RemoveAsync(ada, id, ada, default)), Task.Run(() => team.Members.RemoveAsync(ben, id, ben, default)),
                Task.Run(() => team.Members.ChangeAsync(ada, id, ben, MemberRole.Viewer, null, default)), Task.Run(() => team.Members.ChangeAsync(ben, id, ada, MemberRole.Editor, null, default)));

            Assert.Contains((await team.Organisations.FindAsync(id, default))!.Value.Members, member => member.Role == MemberRole.Owner);
        }
    }

    /// <summary>Who decides on somebody else, as the guide says.</summary>
    private static bool Decides(Dictionary<string, MemberRole> members, string actor, MemberRole? now, MemberRole? next) =>
        members.TryGetValue(actor, out var role) && (role == MemberRole.Owner || (role == MemberRole.Admin && (now ?? 0) < MemberRole.Admin && (next ?? 0) < MemberRole.Admin));

    private static bool May(Dictionary<string, MemberRole> members, string actor, string other, MemberRole? next)
    {
        MemberRole? now = members.TryGetValue(other, out var role) ? role : null;
        var isLast = now == MemberRole.Owner && next != MemberRole.Owner && members.Values.Count(has => has == MemberRole.Owner) == 1;
        return !isLast && (Decides(members, actor, now, next) || (actor == other && now is not null && (next is null || next <= now)));
    }
}
