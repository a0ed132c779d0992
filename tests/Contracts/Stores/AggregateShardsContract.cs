using StreamPlatform.Domain;
using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Tests.Contracts.Stores;

/// <summary>What every <see cref="IAggregateShards"/> must do; a subclass an adapter.</summary>
public abstract class AggregateShardsContract
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private readonly string _shard = $"video:{OpaqueId.New("asset")}#0";
    private readonly string _other = $"channel:{OpaqueId.New("channel")}#0";

    private protected abstract IAggregateShards Shards { get; }

    [SkippableFact]
    public async Task What_was_written_is_there_for_its_partition_of_the_hub()
    {
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(each => (byte)each)];
        var etags = await Shards.WriteAsync(3, [], [new ShardWrite(_shard, null, -1, 41, [new("m|202611292205", bytes, TimeProvider.System.GetUtcNow().AddDays(2)), new("s|ses_1", new byte[] { 7 })])], Ct);

        var content = Assert.Single(await Shards.LoadAsync(3, [new ShardRequest(_shard, Head: true, ["m|202611292205", "s|ses_1", "s|ses_2"])], Ct));
        Assert.Equal(new ShardHead(41, Assert.Single(etags!)), content.Head);
        Assert.Equal(["m|202611292205", "s|ses_1"], content.Documents.Select(document => document.Id).Order());
        Assert.Equal(bytes, content.Documents.Single(document => document.Id[0] == 'm').Body.ToArray());

        var elsewhere = Assert.Single(await Shards.LoadAsync(4, [new ShardRequest(_shard, Head: true, ["s|ses_1"])], Ct));
        Assert.Null(elsewhere.Head);
        Assert.Empty(elsewhere.Documents);
    }

    [SkippableFact]
    public async Task Contents_come_in_the_order_that_they_are_asked_for()
    {
        await Shards.WriteAsync(0, [], [new ShardWrite(_shard, null, -1, 1, [new("a", new byte[] { 1 })]), new ShardWrite(_other, null, -1, 2, [new("a", new byte[] { 2 })])], Ct);
        var contents = await Shards.LoadAsync(0, [new ShardRequest(_other, true, []), new ShardRequest(_shard, false, ["a"]), new ShardRequest(_shard, true, []), new ShardRequest(_other, false, ["a"])], Ct);
        Assert.Equal([2L, null, 1L, null], contents.Select(content => content.Head?.Watermark));
        Assert.Equal([null, (byte)1, null, (byte)2], contents.Select(content => content.Documents.Count > 0 ? content.Documents[0].Body.Span[0] : (byte?)null));
    }

    [SkippableFact]
    public async Task Only_who_has_seen_the_head_as_it_is_writes()
    {
        var first = (await Shards.WriteAsync(0, [], [new ShardWrite(_shard, null, -1, 1, [new("a", new byte[] { 1 })])], Ct))![0];
        var second = (await Shards.WriteAsync(0, [], [new ShardWrite(_shard, first, 1, 2, [new("a", new byte[] { 2 })])], Ct))![0];
        Assert.NotEqual(first, second);

        Assert.Null(await Shards.WriteAsync(0, [], [new ShardWrite(_shard, first, 1, 3, [new("a", new byte[] { 3 }), new("b", new byte[] { 3 })])], Ct));
        Assert.Null(await Shards.WriteAsync(0, [], [new ShardWrite(_shard, null, -1, 3, [new("a", new byte[] { 3 })])], Ct));

        var content = (await Shards.LoadAsync(0, [new ShardRequest(_shard, true, ["a", "b"])], Ct))[0];
        Assert.Equal(new ShardHead(2, second), content.Head);
        Assert.Equal(2, Assert.Single(content.Documents).Body.Span[0]);
        Assert.NotNull(await Shards.WriteAsync(0, [], [new ShardWrite(_shard, second, 2, 3, [])], Ct));
    }

    [SkippableFact]
    public async Task A_leader_is_not_written_when_a_follower_was_lost()
    {
        await Shards.WriteAsync(0, [new ShardWrite(_other, null, -1, 1, [])], [], Ct);
        Assert.Null(await Shards.WriteAsync(0, [new ShardWrite(_other, null, -1, 1, [])], [new ShardWrite(_shard, null, -1, 1, [new("a", new byte[] { 1 })])], Ct));
        Assert.Null((await Shards.LoadAsync(0, [new ShardRequest(_shard, true, [])], Ct))[0].Head);
    }

    [SkippableFact]
    public async Task ETags_are_of_followers_then_of_leaders()
    {
        var etags = await Shards.WriteAsync(0, [new ShardWrite(_other, null, -1, 1, [])], [new ShardWrite(_shard, null, -1, 1, [])], Ct);
        var heads = await Shards.LoadAsync(0, [new ShardRequest(_other, true, []), new ShardRequest(_shard, true, [])], Ct);
        Assert.Equal(etags, heads.Select(each => each.Head!.ETag));
    }

    [SkippableFact]
    public async Task A_write_may_have_hundreds_of_documents_and_megabytes()
    {
        List<ShardDocument> documents = [.. Enumerable.Range(0, 230).Select(each => new ShardDocument($"m|{each:000}", new byte[each < 30 ? 60_000 : 10]))];
        var etag = Assert.Single((await Shards.WriteAsync(0, [], [new ShardWrite(_shard, null, -1, 9, documents)], Ct))!);
        Assert.Equal(new ShardHead(9, etag), (await Shards.LoadAsync(0, [new ShardRequest(_shard, true, [])], Ct))[0].Head);
        var listed = await Shards.ListAsync(_shard, "m|", "m}", Ct);
        Assert.Equal(documents.Select(document => (document.Id, document.Body.Length)), listed.Select(document => (document.Id, document.Body.Length)));
    }

    [SkippableFact]
    public async Task A_list_has_what_lies_between_of_all_partitions_of_the_hub()
    {
        await Shards.WriteAsync(1, [], [new ShardWrite(_shard, null, -1, 1, [new("h|2026112921", new byte[] { 1 }), new("h|2026112922", new byte[] { 2 }), new("m|202611292200", new byte[] { 9 })])], Ct);
        await Shards.WriteAsync(12, [], [new ShardWrite(_shard, null, -1, 1, [new("h|2026112922", new byte[] { 3 }), new("h|2026112923", new byte[] { 4 })])], Ct);
        await Shards.WriteAsync(1, [], [new ShardWrite(_other, null, -1, 1, [new("h|2026112922", new byte[] { 8 })])], Ct);

        var listed = await Shards.ListAsync(_shard, "h|2026112922", "h|2026112923", Ct);
        Assert.Equal(["h|2026112922", "h|2026112922"], listed.Select(document => document.Id));
        Assert.Equal([2, 3], listed.Select(document => (int)document.Body.Span[0]).Order());
        Assert.Equal(4, (await Shards.ListAsync(_shard, "h|", "h}", Ct)).Count);
    }

    [SkippableFact]
    public async Task A_mark_is_there_however_often_it_is_made()
    {
        await Shards.MarkAsync([new ShardMark(_shard, "b|00007"), new ShardMark(_other, "b|00007")], Ct);
        await Shards.MarkAsync([new ShardMark(_shard, "b|00007")], Ct);
        await Shards.WriteAsync(0, [], [new ShardWrite(_shard, null, -1, 1, [])], Ct);
        Assert.Equal("b|00007", Assert.Single(await Shards.ListAsync(_shard, "b|", "b}", Ct)).Id);
    }

    [SkippableFact]
    public async Task More_than_fits_a_page_is_streamed_each_once()
    {
        List<ShardDocument> documents = [.. Enumerable.Range(0, 1203).Select(each => new ShardDocument($"s|{each:0000}", new byte[] { 1 }))];
        await Shards.WriteAsync(2, [], [new ShardWrite(_shard, null, -1, 9, [.. documents, new ShardDocument("x|1", new byte[] { 1 })])], Ct);
        await Shards.WriteAsync(5, [], [new ShardWrite(_shard, null, -1, 9, [new ShardDocument("s|9999", new byte[] { 2 })])], Ct);

        var streamed = new List<string>();
        await foreach (var document in Shards.StreamAsync(_shard, "s|", "s}", Ct))
            streamed.Add(document.Id);
        Assert.Equal([.. documents.Select(document => document.Id), "s|9999"], streamed.Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public async Task A_scan_finds_who_has_documents_of_a_day()
    {
        await Shards.WriteAsync(2, [], [new ShardWrite(_shard, null, -1, 9, [new ShardDocument("d|20010203", new byte[] { 1 })])], Ct);
        await Shards.WriteAsync(12, [], [new ShardWrite(_shard, null, -1, 9, [new ShardDocument("d|20010203", new byte[] { 1 })])], Ct);
        await Shards.WriteAsync(2, [], [new ShardWrite(_other, null, -1, 9, [new ShardDocument("d|20010204", new byte[] { 1 })])], Ct);

        var (found, cursor) = (new List<ShardPlace>(), (string?)null);
        do
        {
            (var places, cursor) = await Shards.ScanAsync("d|20010203", "d|20010204", cursor, Ct);
            found.AddRange(places);
        }
        while (cursor is not null);

        Assert.Equal([new ShardPlace(_shard, 2), new ShardPlace(_shard, 12)], found.Distinct().OrderBy(place => place.HubPartition));
    }
}
