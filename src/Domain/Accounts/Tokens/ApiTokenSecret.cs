using StreamPlatform.Domain.Accounts.Organisations;

namespace StreamPlatform.Domain.Accounts.Tokens;

/// <summary>An API token as its app has it: where its document lies, and a secret of 130 random bits.</summary>
public readonly record struct ApiTokenSecret(string OwnerId, string TokenId, string Secret)
{
    /// <summary>Of a person's.</summary>
    public const string Prefix = "st";

    /// <summary>Of an organisation's.</summary>
    public const string OrganisationPrefix = "ot";

    private const string SecretPrefix = "secret";
    private const int Length = 26;

    public string SecretHash => ApiKey.HashOf(Secret);

    public static ApiTokenSecret New(string ownerId) => new(ownerId, OpaqueId.New(ApiToken.IdPrefix), OpaqueId.New(SecretPrefix));

    /// <summary>Null of what is none.</summary>
    public static ApiTokenSecret? Parse(string text)
    {
        if (text.Length != Prefix.Length + 1 + (3 * Length) || text.Split('_') is not [Prefix or OrganisationPrefix, var parts])
        {
            return null;
        }

        var owner = text[0] == Prefix[0] ? UserIds.Prefix : Organisation.IdPrefix;
        var token = new ApiTokenSecret($"{owner}_{parts[..Length]}", $"{ApiToken.IdPrefix}_{parts[Length..(2 * Length)]}", $"{SecretPrefix}_{parts[(2 * Length)..]}");
        return OpaqueId.IsValid(token.OwnerId, owner) && OpaqueId.IsValid(token.TokenId, ApiToken.IdPrefix) && OpaqueId.IsValid(token.Secret, SecretPrefix)
            ? token
            : null;
    }

    public override string ToString() =>
        $"{(OpaqueId.IsValid(OwnerId, Organisation.IdPrefix) ? OrganisationPrefix : Prefix)}_{OwnerId[^Length..]}{TokenId[^Length..]}{Secret[^Length..]}";
}
