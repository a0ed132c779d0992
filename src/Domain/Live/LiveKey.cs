using System.Security.Cryptography;
using System.Text;

namespace StreamPlatform.Domain.Live;

/// <summary>Which stream a key opens: written before the stream has it, and checked when it is followed.</summary>
/// <param name="Hash">SHA-256 of the key, lower-case hex. A key carries 130 random bits: there is nothing to guess.</param>
public sealed record LiveKey(int SchemaVersion, string Hash, string OwnerId, string LiveStreamId)
{
    public const int CurrentSchemaVersion = 1;
    public const string Prefix = "livekey";

    public static string NewSecret() => OpaqueId.New(Prefix);

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
