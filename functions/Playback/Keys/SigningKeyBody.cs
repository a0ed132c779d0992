using System.Security.Cryptography;
using StreamPlatform.Domain.Playback.Keys;

namespace StreamPlatform.Functions.Playback.Keys;

/// <summary>A signing key as its account sees it.</summary>
/// <param name="Id">What tokens carry as <c>kid</c>.</param>
/// <param name="PublicKey">PEM, SubjectPublicKeyInfo.</param>
/// <param name="PrivateKey">PEM, PKCS #8: in the answer that made the key, and nowhere else.</param>
public sealed record SigningKeyBody(string Id, string Name, DateTimeOffset CreatedAt, string PublicKey, string? PrivateKey = null)
{
    public static SigningKeyBody From(OwnersKey key) => From(key, null);

    public static SigningKeyBody From(OwnersKey key, string? privateKey) =>
        new(key.Id, key.Name, key.CreatedAt, PemEncoding.WriteString("PUBLIC KEY", key.PublicKey), privateKey);
}

/// <summary>Body of <c>POST /signing-keys</c>.</summary>
public sealed record CreateSigningKeyBody(string? Name);
