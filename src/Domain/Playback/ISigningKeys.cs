namespace StreamPlatform.Domain.Playback;

/// <summary>
/// The keys that playback tokens are signed with. New tokens use the first; the others stay until the last token they
/// signed has expired, so that rotating breaks no link.
/// </summary>
public interface ISigningKeys
{
    /// <summary>All keys that still count, that which new tokens are signed with first; at least one. Cheap: asked for with every token.</summary>
    Task<IReadOnlyList<SigningKey>> ReadAsync(CancellationToken ct);
}

/// <summary>An RSA key. <paramref name="PrivateKey"/> is PKCS #8; <paramref name="Id"/> is what tokens carry as <c>kid</c>.</summary>
public sealed record SigningKey(string Id, ReadOnlyMemory<byte> PrivateKey, DateTimeOffset CreatedAt);
