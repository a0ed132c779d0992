namespace StreamPlatform.Domain.Accounts.Organisations;

/// <summary>What a letter of invitation carries: where the invitation lies, and a secret of 130 random bits.</summary>
public readonly record struct InvitationToken(string OrganisationId, string InvitationId, string Secret)
{
    public const string Prefix = "invite";

    private const string SecretPrefix = "secret";
    private const int Length = 26;

    public string SecretHash => ApiKey.HashOf(Secret);

    public static InvitationToken New(string organisationId, string invitationId) => new(organisationId, invitationId, OpaqueId.New(SecretPrefix));

    /// <summary>Null of what is none.</summary>
    public static InvitationToken? Parse(string? text)
    {
        if (text is null || text.Length != Prefix.Length + 1 + (3 * Length) || !text.StartsWith($"{Prefix}_", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = text[(Prefix.Length + 1)..];
        var token = new InvitationToken($"{Organisation.IdPrefix}_{parts[..Length]}", $"{Invitation.IdPrefix}_{parts[Length..(2 * Length)]}", $"{SecretPrefix}_{parts[(2 * Length)..]}");
        return OpaqueId.IsValid(token.OrganisationId, Organisation.IdPrefix) && OpaqueId.IsValid(token.InvitationId, Invitation.IdPrefix) && OpaqueId.IsValid(token.Secret, SecretPrefix)
            ? token
            : null;
    }

    public override string ToString() => $"{Prefix}_{OrganisationId[^Length..]}{InvitationId[^Length..]}{Secret[^Length..]}";
}
