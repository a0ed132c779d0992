using System.Text.Json.Serialization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Organisations;

/// <summary>
/// An account that several people act for: an owner of videos, channels, uploads, webhooks and tokens as a person is. Its members
/// are in the one document, so that each change of them is one write, and whoever is let in was looked up by one read.
/// </summary>
public sealed record Organisation
{
    public const int CurrentSchemaVersion = 1;
    public const string IdPrefix = "org";
    public const int LongestName = 100;

    /// <summary>Members of an organisation: what one small document holds.</summary>
    public const int MostMembers = 100;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string Id { get; init; }

    /// <summary>1 to <see cref="LongestName"/> characters.</summary>
    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>An operator turned it off: nobody acts for it, its tokens neither.</summary>
    public bool Disabled { get; init; }

    /// <summary>In the order in which they came; an owner is always among them.</summary>
    public required IReadOnlyList<Member> Members { get; init; }

    [JsonIgnore]
    public DocumentKey Key => KeyOf(Id);

    public static DocumentKind<Organisation> Kind { get; } = new("organisation", DocumentContainer.Accounts, organisation => organisation.Key);

    public static DocumentKey KeyOf(string id) => new(id, "organisation");

    /// <summary>Null of who is no member.</summary>
    public MemberRole? RoleOf(string userId) => Find(userId)?.Role;

    /// <summary>The organisation after <paramref name="actorId"/> gave <paramref name="userId"/> a role, or took theirs away; or why that may not be.</summary>
    /// <param name="role">Null to have them no longer.</param>
    public Result<Organisation> With(string actorId, string userId, MemberRole? role)
    {
        if (RoleOf(actorId) is not { } actor)
        {
            return OrganisationErrors.NotFound();
        }

        if (Find(userId) is not { } member)
        {
            return MemberRules.Check(actor, null, role, isSelf: false) is { } denied ? denied : role is null ? this : OrganisationErrors.MemberNotFound();
        }

        return MemberRules.Check(actor, member.Role, role, actorId == userId) is { } refused ? refused
            : role != MemberRole.Owner && member.Role == MemberRole.Owner && IsLastOwner(userId) ? OrganisationErrors.LastOwner()
            : this with
            {
                Members = role is { } given
                    ? [.. Members.Select(other => other == member ? other with { Role = given } : other)]
                    : [.. Members.Where(other => other != member)],
            };
    }

    /// <summary>They are an owner, and nobody else is.</summary>
    public bool IsLastOwner(string userId) => RoleOf(userId) == MemberRole.Owner && Members.Count(member => member.Role == MemberRole.Owner) == 1;

    private Member? Find(string userId) => Members.FirstOrDefault(member => member.UserId == userId);
}
