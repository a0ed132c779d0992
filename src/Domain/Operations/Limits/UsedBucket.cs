namespace StreamPlatform.Domain.Operations.Limits;

/// <summary>A bucket that is not full.</summary>
/// <param name="Slot">Its place among <see cref="TokenBuckets"/>.</param>
/// <param name="FullAt">When it will be, in UTC ticks.</param>
public readonly record struct UsedBucket(int Slot, long FullAt);
