using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Operations.Tiers;

/// <summary>What a look at the tiers found. Reports of parts of the catalog add up.</summary>
/// <param name="Assets">Published ones that were looked at.</param>
/// <param name="Uncounted">Of these, those whose views nobody counts: they stay where they are.</param>
/// <param name="Moves">What was moved, or in a dry run would be, by where from and where to.</param>
public sealed record TierReport(int Assets, int Uncounted, IReadOnlyList<TierMove> Moves)
{
    public static TierReport Nothing { get; } = new(0, 0, []);

    public TierReport Plus(TierReport other) => new(
        Assets + other.Assets,
        Uncounted + other.Uncounted,
        [
            .. Moves.Concat(other.Moves)
                .GroupBy(move => (move.From, move.To))
                .OrderBy(moves => moves.Key)
                .Select(moves => new TierMove(moves.Key.From, moves.Key.To, moves.Sum(move => move.Assets), moves.Sum(move => move.Blobs), moves.Sum(move => move.Bytes))),
        ]);
}

/// <summary>What goes from one tier to another.</summary>
public sealed record TierMove(StorageTier From, StorageTier To, int Assets, long Blobs, long Bytes);
