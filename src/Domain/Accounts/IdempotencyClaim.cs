namespace StreamPlatform.Domain.Accounts;

/// <summary>What to do with a request that carries an idempotency key.</summary>
/// <param name="Answer">The stored answer when <paramref name="Outcome"/> is <see cref="ClaimOutcome.Answered"/>.</param>
/// <param name="RequestId">
/// When <paramref name="Outcome"/> is <see cref="ClaimOutcome.Claimed"/>: opaque, and the same for every try of one request,
/// so that what is made under it is made once even if the first try died half-way.
/// </param>
public sealed record IdempotencyClaim(ClaimOutcome Outcome, StoredAnswer? Answer = null, string? RequestId = null);

/// <summary>How a claim ended.</summary>
public enum ClaimOutcome
{
    /// <summary>First of its key: do it.</summary>
    Claimed,

    /// <summary>Done before: give the stored answer.</summary>
    Answered,

    /// <summary>Someone is doing it right now.</summary>
    InProgress,

    /// <summary>The key was used for another body.</summary>
    OtherBody,
}

/// <summary>An answer as it went out.</summary>
/// <param name="Headers">Those that matter to the client: Location, ETag.</param>
public sealed record StoredAnswer(int Status, string Body, IReadOnlyDictionary<string, string> Headers);
