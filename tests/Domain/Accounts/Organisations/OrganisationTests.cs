using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Tests.Accounts.Organisations;

public sealed class OrganisationTests : IAsyncLifetime
{
    private readonly House _house = new();
    private readonly string _ada = OpaqueId.New("user"), _ben = OpaqueId.New("user"), _cleo = OpaqueId.New("user");
    private Team _team = null!;
    private string _id = "";

    public async Task InitializeAsync()
    {
        _team = new Team(_house.Get<IDocuments>(), _house.Clock);
        _id = await _team.CreateAsync(_ada);
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_letter_lets_whoever_has_it_in_once_within_a_week_and_nothing_that_is_stored_does()
    {
        var token = await InviteAsync("Ben@Example.com");
        Assert.Equal("ben@example.com", Assert.Single(_team.Letters).To);
        var documents = _house.Get<IDocuments>();
        await foreach (var invitation in documents.ScanAsync(Invitation.Kind, default))
            Assert.DoesNotContain(token[^26..], System.Text.Json.JsonSerializer.Serialize(invitation), StringComparison.Ordinal);

        Assert.Equal("organisation.invitation_invalid", (await AcceptAsync(_ben, token[..^1] + (token[^1] == '0' ? '1' : '0'))).Error?.Code);
        Assert.Equal(MemberRole.Editor, (await AcceptAsync(_ben, token)).Value.Value.RoleOf(_ben));
        Assert.True((await AcceptAsync(_ben, token)).Succeeded);
        Assert.Equal("organisation.invitation_invalid", (await AcceptAsync(_cleo, token)).Error?.Code);
        Assert.Equal("ben@example.com", (await _team.Organisations.FindAsync(_id, default))!.Value.Members[1].Email);

        var late = await InviteAsync("cleo@example.com");
        _house.Clock.Advance(Invitations.Lifetime);
        Assert.Equal("organisation.invitation_invalid", (await AcceptAsync(_cleo, late)).Error?.Code);
    }

    [Fact]
    public async Task An_invitation_ends_with_the_right_of_who_made_it()
    {
        await _team.JoinAsync(_ada, _id, _ben, MemberRole.Admin);
        var invitation = (await _team.Invitations.InviteAsync(_ben, _id, new Invitee(null, _cleo, MemberRole.Editor), null, default)).Value;
        Assert.Single((await _team.Invitations.ReceivedAsync(_cleo, new PageRequest(null, 10), default)).Items);

        await _team.Members.ChangeAsync(_ada, _id, _ben, MemberRole.Editor, null, default);

        Assert.Empty((await _team.Invitations.ReceivedAsync(_cleo, new PageRequest(null, 10), default)).Items);
        Assert.Equal("organisation.invitation_invalid", (await _team.Invitations.AcceptAsync(_cleo, new InvitationAnswer(null, invitation.Id), default)).Error?.Code);
    }

    [Fact]
    public async Task An_invitation_for_a_user_is_answered_by_nobody_else_and_a_withdrawn_or_declined_one_by_nobody()
    {
        var (first, second) = (await InviteAsync(), await InviteAsync());
        Assert.Equal("organisation.invitation_invalid", (await _team.Invitations.DeclineAsync(_cleo, first, default)).Error?.Code);
        Assert.True((await _team.Invitations.DeclineAsync(_ben, first, default)).Succeeded);
        Assert.True((await _team.Invitations.WithdrawAsync(_ada, _id, second.InvitationId!, default)).Succeeded);

        foreach (var answer in new[] { first, second })
            Assert.Equal("organisation.invitation_invalid", (await _team.Invitations.AcceptAsync(_ben, answer, default)).Error?.Code);
        var listed = (await _team.Invitations.ListAsync(_ada, _id, new PageRequest(null, 10), default)).Value.Items;
        Assert.Equal([InvitationState.Declined, InvitationState.Withdrawn], listed.Select(invitation => invitation.State).Order());

        async Task<InvitationAnswer> InviteAsync() => new(null, (await _team.Invitations.InviteAsync(_ada, _id, new Invitee(null, _ben, null), null, default)).Value.Id);
    }

    [Fact]
    public async Task An_invitation_that_no_letter_could_be_sent_for_is_none()
    {
        _team.Unreachable = true;

        Assert.Equal("account.mail_unavailable", (await _team.Invitations.InviteAsync(_ada, _id, new Invitee("ben@example.com", null, null), null, default)).Error?.Code);

        Assert.Empty((await _team.Invitations.ListAsync(_ada, _id, new PageRequest(null, 10), default)).Value.Items);
    }

    [Fact]
    public async Task A_repeated_invitation_is_the_same_and_a_week_has_an_end_of_them()
    {
        Assert.Equal(await IdAsync("request"), await IdAsync("request"));
        for (var i = 1; i < Invitations.Most; i++)
            await IdAsync(null);

        var invited = await _team.Invitations.InviteAsync(_ada, _id, new Invitee(null, _cleo, null), null, default);
        Assert.Equal("organisation.too_many_invitations", invited.Error?.Code);
        _house.Clock.Advance(Invitations.Lifetime);
        await IdAsync(null);

        async Task<string> IdAsync(string? requestId) => (await _team.Invitations.InviteAsync(_ada, _id, new Invitee(null, _ben, null), requestId, default)).Value.Id;
    }

    [Fact]
    public async Task Nobody_belongs_to_more_than_they_can_look_through_and_no_organisation_has_more_members_than_fit()
    {
        for (var i = 1; i < Domain.Accounts.Organisations.Organisations.Most; i++)
            await _team.CreateAsync(_ada);
        Assert.Equal("organisation.too_many", (await _team.Organisations.CreateAsync(_ada, "One more", null, default)).Error?.Code);
        await _team.JoinAsync(_ada, _id, _ben, MemberRole.Owner);
        await _team.Members.RemoveAsync(_ada, _id, _ada, default);
        await _team.CreateAsync(_ada);

        var invitation = (await _team.Invitations.InviteAsync(_ben, _id, new Invitee(null, _cleo, null), null, default)).Value;
        await _team.Organisations.ChangeAsync(
            _id, found => found with { Members = [.. found.Members, .. Enumerable.Range(found.Members.Count, Organisation.MostMembers - found.Members.Count).Select(_ => new Member(OpaqueId.New("user"), MemberRole.Viewer, default))] }, null, default);
        Assert.Equal("organisation.too_many_members", (await _team.Invitations.AcceptAsync(_cleo, new InvitationAnswer(null, invitation.Id), default)).Error?.Code);
        Assert.Equal("organisation.too_many_members", (await _team.Invitations.InviteAsync(_ben, _id, new Invitee(null, _cleo, null), null, default)).Error?.Code);
    }

    private async Task<string> InviteAsync(string email)
    {
        Assert.True((await _team.Invitations.InviteAsync(_ada, _id, new Invitee(email, null, MemberRole.Editor), null, default)).Succeeded);
        var text = _team.Letters[^1].Text;
        return text[(text.IndexOf('#', StringComparison.Ordinal) + 1)..].Split('\n')[0];
    }

    private Task<Result<Stored<Organisation>>> AcceptAsync(string userId, string token) => _team.Invitations.AcceptAsync(userId, new InvitationAnswer(token, null), default);
}
