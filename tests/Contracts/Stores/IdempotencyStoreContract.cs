using StreamPlatform.Domain.Accounts;
using static StreamPlatform.Tests.Contracts.Stores.Samples;

namespace StreamPlatform.Tests.Contracts.Stores;

/// <summary>What every <see cref="IIdempotencyStore"/> must do; a subclass an adapter.</summary>
public abstract class IdempotencyStoreContract
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly StoredAnswer Answer =
        new(201, """{"a":1}""", new Dictionary<string, string> { ["Location"] = "/api/uploads/1" });

    private readonly IdempotencyKey _key = new(NewOwner(), "POST /api/uploads", "key-1", "hash");

    private protected abstract IIdempotencyStore Store { get; }

    [SkippableFact]
    public async Task The_first_claims_and_a_repeat_gets_the_stored_answer()
    {
        Assert.Equal(ClaimOutcome.Claimed, (await Store.ClaimAsync(_key, Now, Ct)).Outcome);
        await Store.CompleteAsync(_key, Answer, Ct);

        var again = await Store.ClaimAsync(_key, Now.AddHours(23), Ct);

        Assert.Equal(ClaimOutcome.Answered, again.Outcome);
        Assert.Equivalent(Answer, again.Answer, strict: true);
    }

    [SkippableFact]
    public async Task Of_many_at_once_one_claims()
    {
        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Store.ClaimAsync(_key, Now, Ct)));

        Assert.Single(claims, claim => claim.Outcome == ClaimOutcome.Claimed);
        Assert.Equal(19, claims.Count(claim => claim.Outcome == ClaimOutcome.InProgress));
    }

    [SkippableFact]
    public async Task Another_body_under_the_same_key_is_told_apart()
    {
        await Store.ClaimAsync(_key, Now, Ct);

        Assert.Equal(ClaimOutcome.OtherBody, (await Store.ClaimAsync(_key with { BodyHash = "other" }, Now, Ct)).Outcome);
    }

    [SkippableFact]
    public async Task The_same_key_of_another_owner_or_route_is_another_request()
    {
        await Store.ClaimAsync(_key, Now, Ct);

        Assert.Equal(ClaimOutcome.Claimed, (await Store.ClaimAsync(_key with { OwnerId = NewOwner() }, Now, Ct)).Outcome);
        Assert.Equal(ClaimOutcome.Claimed, (await Store.ClaimAsync(_key with { Route = "POST /x" }, Now, Ct)).Outcome);
    }

    [SkippableFact]
    public async Task An_abandoned_claim_and_one_whose_process_died_can_be_claimed_again()
    {
        await Store.ClaimAsync(_key, Now, Ct);
        await Store.AbandonAsync(_key, Ct);
        Assert.Equal(ClaimOutcome.Claimed, (await Store.ClaimAsync(_key, Now, Ct)).Outcome);

        Assert.Equal(ClaimOutcome.InProgress, (await Store.ClaimAsync(_key, Now.AddSeconds(59), Ct)).Outcome);
        Assert.Equal(ClaimOutcome.Claimed, (await Store.ClaimAsync(_key, Now.AddSeconds(60), Ct)).Outcome);
    }

    [SkippableFact]
    public async Task Every_try_of_a_request_has_its_id_and_no_other_request_has_it()
    {
        var first = await IdAsync(_key, Now);
        Assert.Equal(first, await IdAsync(_key, Now.AddSeconds(60)));
        await Store.AbandonAsync(_key, Ct);
        Assert.Equal(first, await IdAsync(_key, Now.AddSeconds(61)));

        await Store.AbandonAsync(_key, Ct);
        var corrected = await IdAsync(_key with { BodyHash = "corrected" }, Now.AddSeconds(62));
        var dayAfter = await IdAsync(_key with { BodyHash = "corrected" }, Now.AddSeconds(62).AddHours(24));
        var elsewhere = await IdAsync(_key with { OwnerId = NewOwner() }, Now);
        Assert.Equal(4, new[] { first, corrected, dayAfter, elsewhere }.Distinct().Count());

        async Task<string> IdAsync(IdempotencyKey key, DateTimeOffset now)
        {
            var claim = await Store.ClaimAsync(key, now, Ct);
            Assert.Equal(ClaimOutcome.Claimed, claim.Outcome);
            return Assert.IsType<string>(claim.RequestId);
        }
    }

    [SkippableFact]
    public async Task An_answer_is_forgotten_after_a_day()
    {
        await Store.ClaimAsync(_key, Now, Ct);
        await Store.CompleteAsync(_key, Answer, Ct);

        await Store.PruneAsync(Now.AddHours(24), Ct);

        Assert.Equal(ClaimOutcome.Claimed, (await Store.ClaimAsync(_key, Now.AddHours(24), Ct)).Outcome);
    }
}
