namespace StreamPlatform.Domain.Accounts.Sessions;

/// <summary>
/// A refresh token: whose it is, the family of tokens that come of one sign-in, and a secret that is another one in each.
/// The family is known to holders of one of its tokens alone: sessions are called by an id that follows from it.
/// </summary>
public readonly record struct RefreshToken(string UserId, string Family, string Secret)
{
    private const string Prefix = "rt";
    private const string FamilyPrefix = "family";
    private const string SecretPrefix = "secret";
    private const int Length = 26;

    public string SessionId => OpaqueId.From(Session.IdPrefix, Family);
    public string SecretHash => ApiKey.HashOf(Secret);

    public static RefreshToken New(string userId) => new(userId, OpaqueId.New(FamilyPrefix), OpaqueId.New(SecretPrefix));

    /// <summary>The next of the family.</summary>
    public RefreshToken Next() => this with { Secret = OpaqueId.New(SecretPrefix) };

    /// <summary>Null of what is none.</summary>
    public static RefreshToken? Parse(string? text)
    {
        if (text is null || text.Length != Prefix.Length + 1 + (3 * Length) || !text.StartsWith($"{Prefix}_", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = text[(Prefix.Length + 1)..];
        var token = new RefreshToken(
            $"{UserIds.Prefix}_{parts[..Length]}", $"{FamilyPrefix}_{parts[Length..(2 * Length)]}", $"{SecretPrefix}_{parts[(2 * Length)..]}");
        return OpaqueId.IsValid(token.UserId, UserIds.Prefix) && OpaqueId.IsValid(token.Family, FamilyPrefix) && OpaqueId.IsValid(token.Secret, SecretPrefix)
            ? token
            : null;
    }

    public override string ToString() => $"{Prefix}_{UserId[^Length..]}{Family[^Length..]}{Secret[^Length..]}";
}
