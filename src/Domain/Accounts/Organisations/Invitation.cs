using System.Text.Json.Serialization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Organisations;

/// <summary>
/// An organisation asks somebody in. It lies beside the organisation, so that accepting it is one write with the member; once
/// answered it stays until its time is over, so that nobody sends letters without end.
/// </summary>
public sealed record Invitation
{
    public const int CurrentSchemaVersion = 1;
    public const string IdPrefix = "invitation";

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string Id { get; init; }
    public required string OrganisationId { get; init; }

    /// <summary>The address that the letter goes to; whoever has the letter is who is invited. Null where a user is.</summary>
    public string? Email { get; init; }

    /// <summary>The user who is invited, and nobody else; null where an address is.</summary>
    public string? UserId { get; init; }

    /// <summary>What they will be.</summary>
    public required MemberRole Role { get; init; }

    /// <summary>Who invited.</summary>
    public required string InvitedBy { get; init; }

    public InvitationState State { get; init; }

    /// <summary>SHA-256 of the secret in the letter, lower-case hex.</summary>
    public required string SecretHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    [JsonIgnore]
    public DocumentKey Key => KeyOf(OrganisationId, Id);

    public static DocumentKind<Invitation> Kind { get; } = new("invitation", DocumentContainer.Accounts, invitation => invitation.Key)
    {
        PlaceOf = invitation => ListPlace.At(invitation.CreatedAt),
        ExpiryOf = invitation => invitation.ExpiresAt,
    };

    public static DocumentKey KeyOf(string organisationId, string id) => new(organisationId, id);

    /// <summary>It still waits for an answer.</summary>
    public bool IsOpen(DateTimeOffset now) => State == InvitationState.Open && ExpiresAt > now;
}
