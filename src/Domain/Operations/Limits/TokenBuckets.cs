namespace StreamPlatform.Domain.Operations.Limits;

/// <summary>
/// Buckets of this process, as many as it has slots and never more: who comes is put into one by a hash. So no flood of addresses
/// takes memory, nothing has to be thrown away, and a take is one compare-and-swap. Two of one slot share its bucket, which may
/// let too few through, never too many.
/// </summary>
public sealed class TokenBuckets(TimeProvider clock, int slots = TokenBuckets.Slots)
{
    /// <summary>Half a megabyte.</summary>
    public const int Slots = 1 << 16;

    /// <summary>When the bucket of each slot is full, in ticks.</summary>
    private readonly long[] _fullAt = new long[slots];

    /// <summary>Takes one request out of the bucket of <paramref name="key"/>.</summary>
    public RateTake Take(RateLimit limit, string key)
    {
        ref var slot = ref _fullAt[SlotOf(limit.Name, key)];
        while (true)
        {
            var seen = Volatile.Read(ref slot);
            var (take, fullAt) = limit.Take(seen, clock.GetUtcNow().UtcTicks);
            if (!take.Allowed || Interlocked.CompareExchange(ref slot, fullAt, seen) == seen)
            {
                return take;
            }
        }
    }

    /// <summary>The buckets that are not full, those first that will be last.</summary>
    /// <param name="most">How many are told at most.</param>
    public IReadOnlyList<UsedBucket> Used(int most)
    {
        var now = clock.GetUtcNow().UtcTicks;
        var used = new List<UsedBucket>();
        for (var slot = 0; slot < _fullAt.Length; slot++)
        {
            if (Volatile.Read(ref _fullAt[slot]) is var fullAt && fullAt > now)
            {
                used.Add(new UsedBucket(slot, fullAt));
            }
        }

        return [.. used.OrderByDescending(bucket => bucket.FullAt).Take(most)];
    }

    /// <summary>Makes each of the buckets at least as empty.</summary>
    public void Restore(IEnumerable<UsedBucket> used)
    {
        foreach (var bucket in used.Where(bucket => bucket.Slot >= 0 && bucket.Slot < _fullAt.Length))
        {
            ref var slot = ref _fullAt[bucket.Slot];
            long seen;
            while ((seen = Volatile.Read(ref slot)) < bucket.FullAt && Interlocked.CompareExchange(ref slot, bucket.FullAt, seen) != seen)
            {
            }
        }
    }

    /// <summary>By FNV-1a, which every process and release reckons alike, with its bits mixed.</summary>
    private int SlotOf(string limit, string key)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var text in (ReadOnlySpan<string>)[limit, key])
        {
            foreach (var letter in text)
            {
                hash = unchecked((hash ^ letter) * 1_099_511_628_211UL);
            }

            hash = unchecked((hash ^ 0xFFFF) * 1_099_511_628_211UL);
        }

        hash = unchecked((hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL);
        return (int)((hash ^ (hash >> 33)) % (ulong)_fullAt.Length);
    }
}
