namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>A partition of the hub, as a recount works on it. Nothing that one counts touches another.</summary>
/// <param name="Last">The last message that the archive has of it, and the recount heeds.</param>
/// <param name="Lacks">Messages that the archive should have and hasn't; -1 where nobody can tell, since it doesn't say what was before. Then nothing is repaired.</param>
/// <param name="Slices">Into how many parts its videos are divided, so that each fits into memory.</param>
public sealed record PlannedPartition(int HubPartition, long Last, long Lacks, int Slices)
{
    /// <summary>Into how many its channels are.</summary>
    public int FollowerSlices => 1 + (Slices / 16);

    internal bool MayRepair => Lacks == 0;

    internal int SliceOf(string assetId) => (int)(Spread(assetId) % (uint)Slices);

    internal int FollowerSliceOf(string shard) => (int)(Spread(shard) % (uint)FollowerSlices);

    /// <summary>Into which of some passes a session falls: by other bits than its video's.</summary>
    internal static int PassOf(string sessionId, int passes) => (int)((Spread(sessionId) >> 8) % (uint)passes);

    private static uint Spread(string text)
    {
        var hash = 2166136261u;
        foreach (var letter in text)
            hash = (hash ^ letter) * 16777619u;
        return hash ^ (hash >> 15);
    }
}
