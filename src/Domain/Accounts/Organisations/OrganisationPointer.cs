using System.Text.Json.Serialization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Organisations;

/// <summary>
/// Leads from a person to an organisation that they belong to. Written before they do and deleted after they don't, so it may lead to one
/// that they are no member of: the organisation itself says who is.
/// </summary>
public sealed record OrganisationPointer
{
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string UserId { get; init; }
    public required string OrganisationId { get; init; }
    public required DateTimeOffset At { get; init; }

    [JsonIgnore]
    public DocumentKey Key => KeyOf(UserId, OrganisationId);

    public static DocumentKind<OrganisationPointer> Kind { get; } = new("organisationPointer", DocumentContainer.Accounts, pointer => pointer.Key)
    {
        PlaceOf = pointer => ListPlace.At(pointer.At),
    };

    public static DocumentKey KeyOf(string userId, string organisationId) => new(userId, organisationId);
}
