using System.Text.Json.Serialization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Organisations;

/// <summary>Leads from a user to an invitation for them. Written before it; the invitation itself says whether it counts.</summary>
public sealed record InvitationPointer
{
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string UserId { get; init; }
    public required string InvitationId { get; init; }
    public required string OrganisationId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    [JsonIgnore]
    public DocumentKey Key => KeyOf(UserId, InvitationId);

    public static DocumentKind<InvitationPointer> Kind { get; } = new("invitationPointer", DocumentContainer.Accounts, pointer => pointer.Key)
    {
        PlaceOf = pointer => ListPlace.At(pointer.At),
        ExpiryOf = pointer => pointer.ExpiresAt,
    };

    public static DocumentKey KeyOf(string userId, string invitationId) => new(userId, invitationId);
}
