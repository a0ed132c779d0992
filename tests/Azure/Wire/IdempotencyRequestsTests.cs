using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain.Accounts;
using static StreamPlatform.Tests.Contracts.Stores.Samples;

namespace StreamPlatform.Azure.Tests.Wire;

public sealed class IdempotencyRequestsTests : WireTests
{
    private static readonly StoredAnswer Answer = new(201, "{}", new Dictionary<string, string>());

    private readonly IdempotencyKey _key = new(NewOwner(), "POST /api/uploads", "a key / of #any kind?", "hash");

    private IIdempotencyStore Store => Stores.Get<IIdempotencyStore>();

    [Fact]
    public async Task The_first_claim_is_one_request_and_lives_a_day()
    {
        var request = Assert.Single(await SeeAsync(() => Store.ClaimAsync(_key, Now, Ct)));

        Assert.Equal(("create idempotency", Key(_key.OwnerId)), ($"{request}", request.PartitionKey));
        Assert.Equal(86_400, (int)request.Body!["ttl"]!);
        Assert.Matches("^[0-9a-f]{64}$", (string)request.Body["id"]!);
    }

    [Fact]
    public async Task A_claim_is_taken_over_by_the_etag_that_was_read()
    {
        await Store.ClaimAsync(_key, Now, Ct);
        var (id, etag) = Stored();

        var requests = await SeeAsync(() => Store.ClaimAsync(_key, Now.AddMinutes(1), Ct));

        Assert.Equal(["create idempotency", $"read idempotency/{id}", $"replace idempotency/{id}"], requests.Select(each => $"{each}"));
        Assert.Equal((etag, Key(_key.OwnerId)), (requests[2].IfMatch, requests[2].PartitionKey));
    }

    [Fact]
    public async Task An_answer_replaces_the_item_that_was_read()
    {
        await Store.ClaimAsync(_key, Now, Ct);
        var (id, etag) = Stored();

        var requests = await SeeAsync(() => Store.CompleteAsync(_key, Answer, Ct));

        Assert.Equal([$"read idempotency/{id}", $"replace idempotency/{id}"], requests.Select(each => $"{each}"));
        Assert.Equal((etag, Key(_key.OwnerId)), (requests[1].IfMatch, requests[1].PartitionKey));
        Assert.Equal("""{"status":201,"body":"{}","headers":{}}""", requests[1].Body!["answer"]!.ToJsonString());
    }

    [Fact]
    public async Task Of_two_tries_that_complete_at_once_the_first_one_s_answer_stays()
    {
        await Store.ClaimAsync(_key, Now, Ct);
        var overtaken = false;
        Cosmos.Before = async (request, _) =>
        {
            if (!overtaken && request.Operation == "replace")
            {
                overtaken = true;
                await Store.CompleteAsync(_key, Answer, Ct);
            }

            return null;
        };

        await Store.CompleteAsync(_key, Answer with { Status = 500 }, Ct);

        Assert.Equal(201, (await Store.ClaimAsync(_key, Now, Ct)).Answer!.Status);
    }

    [Fact]
    public async Task An_answer_that_was_given_stays_when_a_late_try_completes_or_gives_up()
    {
        await Store.ClaimAsync(_key, Now, Ct);
        await Store.CompleteAsync(_key, Answer, Ct);

        await Store.CompleteAsync(_key, Answer with { Status = 500 }, Ct);
        await Store.AbandonAsync(_key, Ct);

        var claim = await Store.ClaimAsync(_key, Now, Ct);
        Assert.Equal((ClaimOutcome.Answered, 201), (claim.Outcome, claim.Answer!.Status));
    }

    [Fact]
    public async Task Completing_what_expired_does_nothing() => Assert.Equal(
        ["read idempotency"],
        (await SeeAsync(() => Store.CompleteAsync(_key, Answer, Ct))).Select(each => $"{each.Operation} {each.Container}"));

    [Fact]
    public async Task Pruning_asks_nothing_for_items_expire_by_themselves() =>
        Assert.Empty(await SeeAsync(() => Store.PruneAsync(Now, Ct)));

    [Fact]
    public async Task A_key_that_expires_between_the_create_and_the_read_is_claimed()
    {
        await Store.ClaimAsync(_key, Now, Ct);
        Cosmos.Before = (request, _) =>
        {
            if (request.Operation == "read")
                Cosmos[CosmosContainers.Idempotency].Delete(Key(_key.OwnerId), request.Id!, null);
            return Task.FromResult<HttpResponseMessage?>(null);
        };

        Assert.Equal(ClaimOutcome.Claimed, (await Store.ClaimAsync(_key, Now, Ct)).Outcome);
    }

    private (string Id, string? ETag) Stored()
    {
        var id = (string)Assert.Single(Cosmos[CosmosContainers.Idempotency].Items).Item["id"]!;
        return (id, Cosmos[CosmosContainers.Idempotency].Read(Key(_key.OwnerId), id).ETag);
    }
}
