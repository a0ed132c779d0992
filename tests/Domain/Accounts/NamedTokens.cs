using StreamPlatform.Domain.Accounts;

namespace StreamPlatform.Domain.Tests.Accounts;

/// <summary>Access tokens that stand for whom a test says; any other is forged.</summary>
internal sealed class NamedTokens : Dictionary<string, Result<ProvenIdentity>>, IAccessTokens
{
    public Task<Result<ProvenIdentity>> ReadAsync(string token, CancellationToken ct) =>
        Task.FromResult(TryGetValue(token, out var proven) ? proven : AccountErrors.TokenInvalid());
}
