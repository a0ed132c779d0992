using StreamPlatform.Azure.Accounts;
using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Azure.Tests.Fake;
using StreamPlatform.Domain.Accounts;
using static StreamPlatform.Tests.Contracts.Stores.Samples;

namespace StreamPlatform.Azure.Tests.Wire;

public sealed class UsageRequestsTests : WireTests
{
    private readonly string _owner = NewOwner();

    private IUsageStore Store => Stores.Get<IUsageStore>();

    [Fact]
    public async Task The_first_reservation_creates_guard_and_entry_in_one_batch()
    {
        var requests = await SeeAsync(() => ReserveAsync("upload:1", new UsageAmount(Bytes: 5, Uploads: 1)));

        Assert.Equal(["read usage/guard", "read usage/upload:1", "query usage", "batch usage"], requests.Select(each => $"{each}"));
        Assert.All(requests, request => Assert.Equal(Key(_owner), request.PartitionKey));
        Assert.Equal([("create", null), ("create", null)], requests[3].Batch.Select(step => (step.Operation, step.IfMatch)));
        Assert.Equal($$"""{"type":"usageGuard","ownerId":"{{_owner}}","schemaVersion":1,"id":"guard"}""", requests[3].Batch[0].Body!.ToJsonString());
        var entry = requests[3].Batch[1].Body!;
        Assert.Equal(
            ("upload:1", 5, 1, "2026-03-14T16:09:26.0000000Z"),
            ((string)entry["id"]!, (int)entry["bytes"]!, (int)entry["uploads"]!, (string)entry["expiresAt"]!));
    }

    [Fact]
    public async Task A_later_one_replaces_both_by_the_etags_that_were_read()
    {
        await ReserveAsync("upload:1", new UsageAmount(Bytes: 5));
        var guard = Cosmos[CosmosContainers.Usage].Read(Key(_owner), "guard").ETag;
        var entry = Cosmos[CosmosContainers.Usage].Read(Key(_owner), "upload:1").ETag;

        var requests = await SeeAsync(() => ReserveAsync("upload:1", new UsageAmount(Bytes: 6)));

        Assert.Equal(
            [("replace", "guard", guard), ("replace", "upload:1", entry)],
            requests[^1].Batch.Select(step => (step.Operation, step.Id, step.IfMatch)));
    }

    [Fact]
    public async Task The_sum_reads_what_counts_in_the_owners_partition()
    {
        var request = Assert.Single(await SeeAsync(() => Store.SumAsync(_owner, Now, Ct)));

        Assert.Equal((UsageSum.Query, Key(_owner), CosmosContainer.LargestPage), (request.Query, request.PartitionKey, request.MaxItems));
        Assert.Equal(
            ("guard", $"{(2026 * 12) + 3}", "2026-03-14T15:09:26.0000000Z"),
            (request.Parameter("@except"), request.Parameter("@month"), request.Parameter("@now")));
    }

    [Fact]
    public async Task A_sum_of_more_entries_than_a_page_has_reads_every_page()
    {
        var limits = new QuotaLimits { ConcurrentUploads = 10_000 };
        for (var n = 0; n < CosmosContainer.LargestPage + 1; n++)
            Cosmos[CosmosContainers.Usage].Create(Key(_owner), ItemOf($"upload:{n}"));

        Assert.Equal(CosmosContainer.LargestPage + 1, (await Store.SumAsync(_owner, Now, Ct)).Uploads);
        Assert.Equal(2, Cosmos.Requests.Count);
        Assert.Null(await Store.TryReserveAsync(Reservation(_owner, "upload:x", new UsageAmount(Uploads: 1)), limits, Now, Ct));
    }

    [Theory]
    [InlineData(409, 424)]
    [InlineData(412, 424)]
    [InlineData(424, 409)]
    [InlineData(424, 412)]
    public async Task A_batch_that_lost_to_another_writer_is_done_again_on_what_that_one_left(int guard, int entry)
    {
        var lost = false;
        Cosmos.Before = async (request, _) =>
        {
            if (lost || request.Operation != "batch")
                return null;
            lost = true;
            // What the other one reserved between our look at the sum and our write.
            Cosmos[CosmosContainers.Usage].Create(Key(_owner), ItemOf("upload:other"));
            return await FakeCosmos.BatchReplyAsync([(guard, null), (entry, null)]);
        };

        var exceeded = await Store.TryReserveAsync(
            Reservation(_owner, "upload:1", new UsageAmount(Uploads: 1)), new QuotaLimits { ConcurrentUploads = 1 }, Now, Ct);

        Assert.Equal(QuotaKind.Uploads, exceeded);
        Assert.Null(Cosmos[CosmosContainers.Usage].Read(Key(_owner), "upload:1").Item);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Of_two_that_saw_the_same_sum_one_fits(int before)
    {
        var limits = new QuotaLimits { ConcurrentUploads = before + 1 };
        for (var n = 0; n < before; n++)
            await ReserveAsync($"upload:{n}", new UsageAmount(Uploads: 1));
        QuotaKind? other = QuotaKind.Bytes;
        var overtaken = false;
        Cosmos.Before = async (request, _) =>
        {
            if (request.Operation == "batch" && !overtaken)
            {
                overtaken = true;
                other = await Store.TryReserveAsync(Reservation(_owner, "upload:other", new UsageAmount(Uploads: 1)), limits, Now, Ct);
            }

            return null;
        };

        var exceeded = await Store.TryReserveAsync(Reservation(_owner, "upload:mine", new UsageAmount(Uploads: 1)), limits, Now, Ct);

        Assert.Equal((null, QuotaKind.Uploads), (other, exceeded));
        Assert.Equal(before + 1, (await Store.SumAsync(_owner, Now, Ct)).Uploads);
    }

    [Fact]
    public async Task A_writer_that_loses_every_time_gives_up()
    {
        Cosmos.Before = async (request, _) =>
            request.Operation == "batch" ? await FakeCosmos.BatchReplyAsync([(412, null), (424, null)]) : null;

        var error = await Assert.ThrowsAsync<TimeoutException>(() => ReserveAsync("upload:1", new UsageAmount(Uploads: 1)));

        Assert.Contains(_owner, error.Message, StringComparison.Ordinal);
        Assert.Equal(LostRaces.Attempts, Cosmos.Requests.Count(request => request.Operation == "batch"));
    }

    [Fact]
    public async Task A_reservation_does_not_write_over_what_was_settled_meanwhile()
    {
        await ReserveAsync("upload:1", new UsageAmount(Bytes: 5));
        var settled = false;
        Cosmos.Before = async (request, _) =>
        {
            if (request.Operation == "batch" && !settled)
            {
                settled = true;
                await Store.SettleAsync(_owner, "upload:1", new UsageAmount(Bytes: 4), Ct);
            }

            return null;
        };

        Assert.Null(await ReserveAsync("upload:1", new UsageAmount(Bytes: 6)));

        Assert.Equal(4, (await Store.SumAsync(_owner, Now, Ct)).Bytes);
    }

    private System.Text.Json.Nodes.JsonObject ItemOf(string key)
    {
        var item = UsageItem.Of(ItemKey.Of(_owner, key), Reservation(_owner, key, new UsageAmount(Uploads: 1)));
        return System.Text.Json.JsonSerializer.SerializeToNode(item, Domain.DomainJson.Options)!.AsObject();
    }

    private Task<QuotaKind?> ReserveAsync(string key, UsageAmount amount) =>
        Store.TryReserveAsync(Reservation(_owner, key, amount), new QuotaLimits(), Now, Ct);
}
