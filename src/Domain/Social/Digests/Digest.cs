using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Digests;

/// <summary>That somebody wants a letter a day of what is new for them. Who doesn't has none.</summary>
/// <param name="Secret">By which its letters end it, and nothing else.</param>
/// <param name="Since">What came until then was told, or was there before they wanted any.</param>
/// <param name="Day">The last day (UTC) that they got a letter, or were about to; null when never.</param>
public sealed record Digest(int SchemaVersion, string PersonId, string Secret, DateTimeOffset Since, string? Day = null)
{
    public const int CurrentSchemaVersion = 1;
    public const string SecretPrefix = "stop";

    /// <summary>Partitions that the people who want letters lie in.</summary>
    public const int Shards = 32;

    public static DocumentKind<Digest> Kind { get; } = new("digest", DocumentContainer.Social, digest => KeyOf(digest.PersonId)) { PlaceOf = digest => new ListPlace("", digest.PersonId) };

    public static DocumentKey KeyOf(string personId) => new(PartitionOf(ShardOf(personId)), personId);

    public static string PartitionOf(int shard) => string.Create(CultureInfo.InvariantCulture, $"digests-{shard:D2}");

    private static int ShardOf(string personId) => SHA256.HashData(Encoding.UTF8.GetBytes(personId))[0] % Shards;
}
