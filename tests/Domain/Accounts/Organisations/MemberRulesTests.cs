using StreamPlatform.Domain.Accounts.Organisations;

namespace StreamPlatform.Domain.Tests.Accounts.Organisations;

public sealed class MemberRulesTests
{
    /// <summary>By who decides: a line for each role that somebody else has now (none first), a letter for each that they get.</summary>
    private static readonly Dictionary<MemberRole, string[]> OnOthers = new()
    {
        [MemberRole.Viewer] = ["-----", "-----", "-----", "-----", "-----"],
        [MemberRole.Editor] = ["-----", "-----", "-----", "-----", "-----"],
        [MemberRole.Admin] = ["yyy--", "yyy--", "yyy--", "-----", "-----"],
        [MemberRole.Owner] = ["yyyyy", "yyyyy", "yyyyy", "yyyyy", "yyyyy"],
    };

    private static readonly Dictionary<MemberRole, string> OnThemselves = new()
    {
        [MemberRole.Viewer] = "yy---",
        [MemberRole.Editor] = "yyy--",
        [MemberRole.Admin] = "yyyy-",
        [MemberRole.Owner] = "yyyyy",
    };

    private static readonly MemberRole?[] Roles = [null, MemberRole.Viewer, MemberRole.Editor, MemberRole.Admin, MemberRole.Owner];

    [Fact]
    public void Every_role_decides_on_others_as_the_table_says()
    {
        foreach (var (actor, lines) in OnOthers)
        foreach (var (now, line) in Roles.Zip(lines))
        foreach (var (next, letter) in Roles.Zip(line))
            Holds(letter == 'y', MemberRules.Check(actor, now, next, isSelf: false), $"{actor}: {now} to {next}");
    }

    [Fact]
    public void Everybody_gives_up_and_nobody_raises_themselves()
    {
        foreach (var (actor, line) in OnThemselves)
        foreach (var (next, letter) in Roles.Zip(line))
            Holds(letter == 'y', MemberRules.Check(actor, actor, next, isSelf: true), $"{actor} to {next}");
    }

    [Fact]
    public void An_invitation_is_answered_or_withdrawn_once()
    {
        foreach (var from in Enum.GetValues<InvitationState>())
        foreach (var on in Enum.GetValues<InvitationEvent>())
        {
            InvitationState? to = (from, on) switch
            {
                (InvitationState.Open, InvitationEvent.Accept) => InvitationState.Accepted,
                (InvitationState.Open, InvitationEvent.Decline) => InvitationState.Declined,
                (InvitationState.Open, InvitationEvent.Withdraw) => InvitationState.Withdrawn,
                _ => null,
            };
            Assert.Equal(to, InvitationTransitions.Next(from, on));
        }
    }

    [Theory]
    [InlineData("GET", "assets", MemberRole.Viewer)]
    [InlineData("HEAD", "ASSETS/asset_1", MemberRole.Viewer)]
    [InlineData("PATCH", "assets/asset_1", MemberRole.Editor)]
    [InlineData("POST", "assets/asset_1/playback-tokens", MemberRole.Editor)]
    [InlineData("GET", "uploads/upload_1", MemberRole.Editor)]
    [InlineData("GET", "analytics/assets/asset_1", MemberRole.Viewer)]
    [InlineData("GET", "analytics/platform", null)]
    [InlineData("GET", "account", MemberRole.Viewer)]
    [InlineData("PUT", "account/encoding", MemberRole.Admin)]
    [InlineData("POST", "account/listening", MemberRole.Viewer)]
    [InlineData("PUT", "account/notifications/seen", MemberRole.Editor)]
    [InlineData("GET", "webhooks", MemberRole.Admin)]
    [InlineData("GET", "signing-keys", MemberRole.Admin)]
    [InlineData("GET", "tokens", MemberRole.Admin)]
    [InlineData("POST", "playback/play_1/sessions", MemberRole.Viewer)]
    [InlineData("POST", "playback/play_1/comments", MemberRole.Editor)]
    [InlineData("POST", "auth/password", null)]
    [InlineData("GET", "organisations", null)]
    [InlineData("GET", "operations/users/user_1", null)]
    [InlineData("GET", "moderation/reports", null)]
    [InlineData("GET", "", null)]
    [InlineData("GET", "/assets", null)]
    [InlineData("GET", "assets%2f", null)]
    public void A_path_takes_a_role_and_one_that_nobody_thought_of_is_closed(string method, string path, MemberRole? role) => Assert.Equal(role, OrganisationRights.Of(method, path));

    private static void Holds(bool allowed, Error? refused, string which)
    {
        Assert.True(allowed == refused is null, which);
        Assert.Equal(allowed ? null : "organisation.role_required", refused?.Code);
    }
}
