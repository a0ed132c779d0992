namespace StreamPlatform.Domain.Accounts;

/// <summary>Reads access tokens (JWT) of the issuers that the installation trusts.</summary>
public interface IAccessTokens
{
    /// <param name="token">As presented; anything.</param>
    /// <returns>
    /// Who holds it; fails with <c>auth.invalid_token</c>, <c>auth.token_expired</c>, or <c>auth.issuer_unavailable</c> while
    /// the keys of its issuer can't be had.
    /// </returns>
    Task<Result<ProvenIdentity>> ReadAsync(string token, CancellationToken ct);
}
