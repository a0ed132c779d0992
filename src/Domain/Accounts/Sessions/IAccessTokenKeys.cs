using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Domain.Accounts.Sessions;

/// <summary>The keys that access tokens are signed with: others than those of playback tokens, so that neither can pass for the other.</summary>
public interface IAccessTokenKeys
{
    /// <inheritdoc cref="ISigningKeys.ReadAsync"/>
    Task<IReadOnlyList<SigningKey>> ReadAsync(CancellationToken ct);
}
