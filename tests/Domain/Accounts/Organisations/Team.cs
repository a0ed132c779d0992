using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Domain.Accounts.Users;
using StreamPlatform.Domain.Mail;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Tests.Accounts.Organisations;

/// <summary>Organisations on documents of the test's choice, and the letters that went out.</summary>
internal sealed class Team : IMailer
{
    public Team(IDocuments documents, TimeProvider clock)
    {
        Organisations = new(documents, clock);
        Members = new(documents, Organisations);
        Invitations = new(documents, Organisations, new People(documents, new Users(documents, clock)), new AccountLetters(this, documents, PlaybackOptions.From("https://example.com", null), clock), clock);
    }

    public Domain.Accounts.Organisations.Organisations Organisations { get; }
    public Members Members { get; }
    public Invitations Invitations { get; }
    public List<Letter> Letters { get; } = [];
    public bool Unreachable { get; set; }

    public Task SendAsync(Letter letter, CancellationToken ct)
    {
        if (Unreachable)
            throw new IOException("No server.");
        Letters.Add(letter);
        return Task.CompletedTask;
    }

    public static Caller CallerOf(string userId) => new(userId, userId, Role.Operator, CredentialKind.AccessToken, "session");

    public async Task<string> CreateAsync(string owner) => (await Organisations.CreateAsync(owner, "Walks", null, default)).Value.Value.Id;

    public async Task JoinAsync(string owner, string organisationId, string userId, MemberRole role)
    {
        var invitation = await Invitations.InviteAsync(owner, organisationId, new Invitee(null, userId, role), null, default);
        Assert.True((await Invitations.AcceptAsync(userId, new InvitationAnswer(null, invitation.Value.Id), default)).Succeeded);
    }

    /// <summary>What somebody passes as; null of whoever doesn't.</summary>
    public async Task<MemberRole?> ActsAsAsync(string userId, string organisationId)
    {
        var acting = await Organisations.ActAsync(CallerOf(userId), organisationId, default);
        Assert.True(!acting.Succeeded || (acting.Value.OwnerId, acting.Value.Role) == (organisationId, Role.Creator));
        return acting.Succeeded ? acting.Value.Member : null;
    }
}
