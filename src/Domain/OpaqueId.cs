using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace StreamPlatform.Domain;

/// <summary>Opaque, prefixed, unguessable identifiers: <c>asset_</c> and 26 characters that carry 130 random bits.</summary>
public static class OpaqueId
{
    /// <summary>Lower-case Crockford base 32: safe in URLs, blob names, queue names and on the telephone.</summary>
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    private static readonly SearchValues<char> Allowed = SearchValues.Create(Alphabet);

    public static string New(string prefix) => $"{prefix}_{RandomNumberGenerator.GetString(Alphabet, 26)}";

    /// <summary>The id that belongs to a seed: the same each time, and as hard to guess as the seed is.</summary>
    public static string From(string prefix, string seed)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{prefix}\n{seed}"));
        return $"{prefix}_{string.Create(26, hash, (characters, bytes) =>
        {
            // A letter takes the low 5 bits of a byte: 26 of the hash's 32 are enough.
            for (var i = 0; i < characters.Length; i++)
                characters[i] = Alphabet[bytes[i] & 31];
        })}";
    }

    /// <summary>True when <paramref name="id"/> has the shape that <see cref="New"/> gives for this prefix.</summary>
    public static bool IsValid(string? id, string prefix) =>
        id is not null
        && id.Length == prefix.Length + 27
        && id.StartsWith(prefix, StringComparison.Ordinal)
        && id[prefix.Length] == '_'
        && !id.AsSpan(prefix.Length + 1).ContainsAnyExcept(Allowed);
}
