using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Local.Stores;

/// <summary>The embedded keys of access tokens: as those of playback tokens, in a file of their own.</summary>
internal sealed class FileAccessTokenKeys(string folder, TimeProvider clock) : IAccessTokenKeys, IDisposable
{
    private readonly FileSigningKeys _keys = new(folder, clock, "access-signing.json");

    public Task<IReadOnlyList<SigningKey>> ReadAsync(CancellationToken ct) => _keys.ReadAsync(ct);

    public void Dispose() => _keys.Dispose();
}
