namespace StreamPlatform.Domain.Operations.Limits;

/// <summary>What became of one request at one limit.</summary>
/// <param name="Left">Requests that would get through at once after it.</param>
/// <param name="FullIn">Until the bucket is full again, when nothing more comes.</param>
/// <param name="RetryIn">Until the next one gets through; zero when this one did.</param>
public readonly record struct RateTake(RateLimit Limit, bool Allowed, int Left, TimeSpan FullIn, TimeSpan RetryIn);
