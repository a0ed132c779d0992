using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts;

namespace StreamPlatform.Functions.Http;

/// <summary>
/// <c>Idempotency-Key</c>: the first request with a key is done and, when it succeeds, its answer kept for a day for
/// repeats. A failed one gives the key back, so that it can be tried again.
/// </summary>
public sealed class IdempotentRequests(IIdempotencyStore store, TimeProvider clock)
{
    private const string Header = "Idempotency-Key";
    private const int MaxKeyLength = 255;

    /// <param name="handle">Gets the request's id: see <see cref="IdempotencyClaim.RequestId"/>; null for a request without a key.</param>
    public async Task<JsonAnswer> RunAsync(
        HttpRequest request, Caller caller, string bodyHash, Func<string?, Task<JsonAnswer>> handle, CancellationToken ct)
    {
        if (!request.Headers.TryGetValue(Header, out var given))
        {
            return await handle(null);
        }

        var text = given.ToString();
        if (text.Length is 0 or > MaxKeyLength || text.Any(c => c is < '!' or > '~'))
        {
            return ProblemResults.Problem(RequestErrors.IdempotencyKeyInvalid());
        }

        var key = new IdempotencyKey(caller.OwnerId, $"{request.Method} {request.Path}", text, bodyHash);
        var claim = await store.ClaimAsync(key, clock.GetUtcNow(), ct);
        return claim.Outcome switch
        {
            ClaimOutcome.Claimed => await RunClaimedAsync(key, () => handle(claim.RequestId), ct),
            ClaimOutcome.Answered => Again(claim.Answer!),
            ClaimOutcome.InProgress => ProblemResults.Problem(RequestErrors.InProgress()),
            _ => ProblemResults.Problem(RequestErrors.IdempotencyKeyReused()),
        };
    }

    private async Task<JsonAnswer> RunClaimedAsync(IdempotencyKey key, Func<Task<JsonAnswer>> handle, CancellationToken ct)
    {
        JsonAnswer answer;
        try
        {
            answer = await handle();
        }
        catch
        {
            await store.AbandonAsync(key, CancellationToken.None);
            throw;
        }

        if (answer.Status is >= 200 and < 300)
        {
            await store.CompleteAsync(key, new StoredAnswer(answer.Status, answer.Body, answer.Headers), ct);
        }
        else
        {
            await store.AbandonAsync(key, ct);
        }

        return answer;
    }

    private static JsonAnswer Again(StoredAnswer stored)
    {
        var answer = new JsonAnswer(stored.Status, stored.Body, "application/json");
        foreach (var (name, value) in stored.Headers)
        {
            answer.WithHeader(name, value);
        }

        return answer.WithHeader("Idempotency-Replayed", "true");
    }
}
