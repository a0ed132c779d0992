namespace StreamPlatform.Domain.Accounts;

/// <summary>What a valid access token says of the person who holds it.</summary>
/// <param name="Issuer">Who says so: one that the installation trusts.</param>
/// <param name="Subject">The person, as the issuer knows them; never given to another.</param>
/// <param name="Role">The role that the issuer gives, or that the installation gives whoever comes from there.</param>
/// <param name="Session">Names the sign-in that the token comes from; for logs.</param>
/// <param name="Generation">The <see cref="Users.User.Generation"/> that the token was issued in, when the installation itself did; null of another issuer's.</param>
public sealed record ProvenIdentity(string Issuer, string Subject, Role Role, string Session, int? Generation = null)
{
    /// <summary>When they last proved who they are to an issuer elsewhere, where it says so.</summary>
    public DateTimeOffset? SignedInAt { get; init; }

    /// <summary>The user that the person is here: the same at every visit, and another one for each issuer.</summary>
    public string UserId => Generation is null ? OpaqueId.From(UserIds.Prefix, $"{Issuer}\n{Subject}") : Subject;
}
