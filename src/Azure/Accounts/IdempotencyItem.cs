using System.Security.Cryptography;
using System.Text;
using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain.Accounts;

namespace StreamPlatform.Azure.Accounts;

/// <summary>A claimed key and, once there is one, the answer.</summary>
internal sealed record IdempotencyItem : Item
{
    public override string Type => "idempotency";
    public required string OwnerId { get; init; }
    public required string Route { get; init; }
    public required string Key { get; init; }
    public required string BodyHash { get; init; }
    public required DateTimeOffset ClaimedAt { get; init; }
    public required string RequestId { get; init; }

    /// <summary>Given back: may be claimed again at once.</summary>
    public bool Free { get; init; }

    public StoredAnswer? Answer { get; init; }

    /// <summary>Seconds after its last write that Cosmos DB removes it: counted a little longer than the key lives, never shorter.</summary>
    public int Ttl { get; init; } = (int)IdempotencyKey.Lifetime.TotalSeconds;

    /// <summary>By a hash: routes and keys have characters and lengths that ids can't have.</summary>
    public static ItemKey KeyOf(IdempotencyKey key) =>
        ItemKey.Of(key.OwnerId, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key.Route}\n{key.Key}"))));
}
