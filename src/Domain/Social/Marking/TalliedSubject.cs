using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace StreamPlatform.Domain.Social.Marking;

/// <summary>Something that has counts, noted before there are any, so that a recount finds all there is.</summary>
/// <param name="Shard">See <see cref="ShardOf"/>.</param>
public sealed record TalliedSubject(int SchemaVersion, int Shard, string Space, string Id)
{
    public const int CurrentSchemaVersion = 1;
    public const int Shards = 32;

    public MarkSubject Subject => new(Space, Id);

    public static TalliedSubject Of(MarkSubject subject) => new(CurrentSchemaVersion, ShardOf(subject), subject.Space, subject.Id);

    public static string PartitionOf(int shard) => string.Create(CultureInfo.InvariantCulture, $"tallied-{shard:D2}");

    private static int ShardOf(MarkSubject subject) => SHA256.HashData(Encoding.UTF8.GetBytes(subject.ToString()))[0] % Shards;
}
