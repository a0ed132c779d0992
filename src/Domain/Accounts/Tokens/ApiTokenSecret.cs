namespace StreamPlatform.Domain.Accounts.Tokens;

/// <summary>An API token as its app has it: where its document lies, and a secret of 130 random bits.</summary>
public readonly record struct ApiTokenSecret(string OwnerId, string TokenId, string Secret)
{
    public const string Prefix = "st";

    private const string SecretPrefix = "secret";
    private const int Length = 26;

    public string SecretHash => ApiKey.HashOf(Secret);

    public static ApiTokenSecret New(string ownerId) => new(ownerId, OpaqueId.New(ApiToken.IdPrefix), OpaqueId.New(SecretPrefix));

    /// <summary>Null of what is none.</summary>
    public static ApiTokenSecret? Parse(string text)
    {
        if (text.Length != Prefix.Length + 1 + (3 * Length) || !text.StartsWith($"{Prefix}_", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = text[(Prefix.Length + 1)..];
        var token = new ApiTokenSecret($"{UserIds.Prefix}_{parts[..Length]}", $"{ApiToken.IdPrefix}_{parts[Length..(2 * Length)]}", $"{SecretPrefix}_{parts[(2 * Length)..]}");
        return OpaqueId.IsValid(token.OwnerId, UserIds.Prefix) && OpaqueId.IsValid(token.TokenId, ApiToken.IdPrefix) && OpaqueId.IsValid(token.Secret, SecretPrefix)
            ? token
            : null;
    }

    public override string ToString() => $"{Prefix}_{OwnerId[^Length..]}{TokenId[^Length..]}{Secret[^Length..]}";
}
