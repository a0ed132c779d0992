using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Azure.Stores;
using StreamPlatform.Azure.Tests.Fake;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Tests.Contracts.Stores;
using static StreamPlatform.Tests.Contracts.Stores.Samples;

namespace StreamPlatform.Azure.Tests.Wire;

public sealed class DocumentRequestsTests : WireTests
{
    private readonly string _partition = OpaqueId.New("part");

    private IDocuments Documents => Stores.Get<IDocuments>();

    [Fact]
    public async Task A_single_write_is_one_request_to_its_partition_and_carries_its_time_to_live()
    {
        await using var stores = new CosmosStores(new FakeTimeProvider(Now));

        await stores.Get<IDocuments>().WriteAsync(Note.Kind.Add(new Note(_partition, "1", "Hi", "mine", "a", Now.AddSeconds(90.5))), default);

        var request = Assert.Single(stores.Cosmos.Requests);

        Assert.Equal(("create social", Key(_partition)), ($"{request}", request.PartitionKey));
        Assert.Equal(
            ("note|1", "note", _partition, "note|mine", "a 1", 91, "Hi"),
            ((string?)request.Body!["id"], (string?)request.Body["type"], (string?)request.Body["partition"], (string?)request.Body["list"],
                (string?)request.Body["sortKey"], (int)request.Body["ttl"]!, (string?)request.Body["document"]!["text"]));
    }

    [Fact]
    public async Task What_does_not_expire_says_so_and_is_in_no_listing_unless_it_wants_to()
    {
        var request = Assert.Single(await SeeAsync(() => Documents.WriteAsync(Note.Kind.Put(new Note(_partition, "1")), default)));

        Assert.Equal(("upsert social", -1, false, false), ($"{request}", (int)request.Body!["ttl"]!, request.Body.ContainsKey("list"), request.Body.ContainsKey("sortKey")));
    }

    [Fact]
    public async Task Several_writes_are_one_batch_with_the_etags_that_were_read()
    {
        var etag = (await Documents.WriteAsync(Note.Kind.Add(new Note(_partition, "old")), default))!;

        var request = Assert.Single(await SeeAsync(() => Documents.WriteAsync([Note.Kind.Add(new Note(_partition, "new")), Note.Kind.Delete(new Note(_partition, "old"), etag)], default)));

        Assert.Equal(("batch social", Key(_partition)), ($"{request}", request.PartitionKey));
        Assert.Equal([("create", null, null), ("delete", "note|old", etag)], request.Batch.Select(step => (step.Operation, step.Id, step.IfMatch)));
    }

    [Fact]
    public async Task A_page_is_one_query_in_one_partition_for_one_item_more()
    {
        var request = Assert.Single(await SeeAsync(() => Documents.ListAsync(Note.Kind, _partition, "mine", new PageRequest(ListCursor.Write("a 1"), 20), ListOrder.Ascending, default)));

        Assert.Equal((CosmosDocuments.OldestQuery, Key(_partition), 21), (request.Query, request.PartitionKey, request.MaxItems));
        Assert.Equal(("note|mine", "a 1"), ((string?)request.Parameter("@list"), (string?)request.Parameter("@after")));
    }
}
