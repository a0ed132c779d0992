using StreamPlatform.Domain;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Tests.Contracts.Stores;

/// <summary>What every <see cref="IDocuments"/> must do; a subclass an adapter.</summary>
public abstract class DocumentsContract
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly DocumentKind<Note> Kind = Note.Kind;

    private readonly string _partition = OpaqueId.New("part");

    private protected abstract IDocuments Documents { get; }

    [SkippableFact]
    public async Task A_document_comes_back_as_it_was_added_and_is_added_once()
    {
        var note = new Note(_partition, "it's/a?#1%", "Grüße, 世界", "mine", "a", new DateTimeOffset(2070, 1, 1, 0, 0, 0, TimeSpan.Zero));

        var etag = await Documents.WriteAsync(Kind.Add(note), Ct);
        Assert.Null(await Documents.WriteAsync(Kind.Add(note with { Text = "again" }), Ct));

        var stored = await Documents.FindAsync(Kind, note.Key, Ct);
        Assert.Equal(note, stored!.Value);
        Assert.Equal(etag, stored.ETag);
    }

    [SkippableFact]
    public async Task Another_partition_and_another_kind_have_nothing_of_it()
    {
        var note = new Note(_partition, "1");
        await Documents.WriteAsync(Kind.Add(note), Ct);

        Assert.Null(await Documents.FindAsync(Kind, note.Key with { Partition = OpaqueId.New("part") }, Ct));
        Assert.Null(await Documents.FindAsync(Note.Other, note.Key, Ct));
        Assert.NotNull(await Documents.WriteAsync(Note.Other.Add(note), Ct));
    }

    [SkippableFact]
    public async Task A_replace_and_a_deletion_need_the_current_etag()
    {
        var note = new Note(_partition, "1");
        Assert.Null(await Documents.WriteAsync(Kind.Replace(note, "\"none\""), Ct));
        var first = (await Documents.WriteAsync(Kind.Add(note), Ct))!;

        var second = await Documents.WriteAsync(Kind.Replace(note with { Text = "second" }, first), Ct);
        Assert.NotNull(second);
        Assert.NotEqual(first, second);
        Assert.Null(await Documents.WriteAsync(Kind.Replace(note, first), Ct));
        Assert.Null(await Documents.WriteAsync(Kind.Delete(note, first), Ct));
        Assert.Equal("second", (await Documents.FindAsync(Kind, note.Key, Ct))!.Value.Text);

        Assert.Equal("", await Documents.WriteAsync(Kind.Delete(note, second), Ct));
        Assert.Null(await Documents.WriteAsync(Kind.Delete(note, second), Ct));
        Assert.Null(await Documents.FindAsync(Kind, note.Key, Ct));
    }

    [SkippableFact]
    public async Task A_put_writes_over_whatever_is_there()
    {
        var note = new Note(_partition, "1", "first", "list");

        await Documents.WriteAsync(Kind.Put(note), Ct);
        var etag = await Documents.WriteAsync(Kind.Put(note with { Text = "second", List = null }), Ct);

        Assert.Equal(("second", etag), await Documents.FindAsync(Kind, note.Key, Ct) is { } stored ? (stored.Value.Text, stored.ETag) : default);
        Assert.Empty((await ListAsync("list")).Items);
    }

    [SkippableFact]
    public async Task Writes_of_a_batch_are_done_together()
    {
        var (old, gone) = (new Note(_partition, "old"), new Note(_partition, "gone"));
        var (oldTag, goneTag) = ((await Documents.WriteAsync(Kind.Add(old), Ct))!, (await Documents.WriteAsync(Kind.Add(gone), Ct))!);

        var etags = await Documents.WriteAsync(
            [Kind.Add(new Note(_partition, "new")), Kind.Replace(old with { Text = "changed" }, oldTag), Kind.Delete(gone, goneTag), Note.Other.Put(old)], Ct);

        Assert.Equal([(await EtagOfAsync(Kind, "new"))!, (await EtagOfAsync(Kind, "old"))!, "", (await EtagOfAsync(Note.Other, "old"))!], etags!);
        Assert.Null(await EtagOfAsync(Kind, "gone"));
        Assert.Equal("changed", (await Documents.FindAsync(Kind, old.Key, Ct))!.Value.Text);
    }

    [SkippableFact]
    public async Task When_one_write_of_a_batch_loses_nothing_is_done()
    {
        var (old, there) = (new Note(_partition, "old"), new Note(_partition, "there"));
        var (oldTag, thereTag) = ((await Documents.WriteAsync(Kind.Add(old), Ct))!, (await Documents.WriteAsync(Kind.Add(there), Ct))!);
        DocumentWrite[] good = [Kind.Add(new Note(_partition, "new")), Kind.Replace(old with { Text = "changed" }, oldTag), Kind.Put(new Note(_partition, "put"))];

        foreach (var lost in new[] { Kind.Add(there), Kind.Replace(there, "\"stale\""), Kind.Delete(there, "\"stale\""), Kind.Replace(new Note(_partition, "absent"), thereTag) })
        {
            Assert.Null(await Documents.WriteAsync([.. good, lost], Ct));
            Assert.Null(await Documents.WriteAsync([lost, .. good], Ct));
        }

        Assert.Equal((oldTag, thereTag), (await EtagOfAsync(Kind, "old"), await EtagOfAsync(Kind, "there")));
        Assert.Equal((null, null), (await EtagOfAsync(Kind, "new"), await EtagOfAsync(Kind, "put")));
    }

    [SkippableFact]
    public async Task A_batch_is_of_one_partition_and_names_no_document_twice()
    {
        var note = new Note(_partition, "1");

        foreach (var writes in new DocumentWrite[][] { [], [Kind.Add(note), Kind.Add(note with { Partition = "other" })], [Kind.Add(note), Kind.Put(note)] })
            await Assert.ThrowsAsync<ArgumentException>(() => Documents.WriteAsync(writes, Ct));
    }

    [SkippableFact]
    public async Task Many_are_read_at_once_and_absent_ones_left_out()
    {
        var notes = new[] { new Note(_partition, "1"), new Note(OpaqueId.New("part"), "1"), new Note(_partition, "2") };
        foreach (var note in notes)
            await Documents.WriteAsync(Kind.Add(note), Ct);

        var found = await Documents.FindManyAsync(Kind, [notes[0].Key, notes[1].Key, notes[0].Key, new DocumentKey(_partition, "absent"), notes[1].Key with { Id = "2" }], Ct);

        Assert.Equal([.. notes[..2].OrderBy(note => note.Partition, StringComparer.Ordinal)], found.OrderBy(note => note.Partition, StringComparer.Ordinal));
        Assert.Empty(await Documents.FindManyAsync(Kind, [], Ct));
    }

    [SkippableFact]
    public async Task A_listing_is_in_the_order_of_sort_and_id_and_has_nothing_of_others()
    {
        string[] inOrder = ["a 1", "a 2", "a- 0", "a0 1", "ab 0", "b 0"];
        foreach (var key in inOrder.Order(Comparer<string>.Create((one, other) => string.CompareOrdinal(one[^1..] + one, other[^1..] + other))))
            await Documents.WriteAsync(Kind.Add(new Note(_partition, key.Replace(' ', '_'), List: "list", Sort: key.Split(' ')[0])), Ct);
        foreach (var other in new[] { Kind.Add(new Note(_partition, "elsewhere", List: "lis")), Kind.Add(new Note(_partition, "nowhere")), Note.Other.Add(new Note(_partition, "kind", List: "list")), Kind.Add(new Note(OpaqueId.New("part"), "far", List: "list")) })
            await Documents.WriteAsync(other, Ct);
        var expected = inOrder.Select(key => key.Replace(' ', '_')).ToList();

        Assert.Equal(expected, (await ListAsync("list", order: ListOrder.Ascending)).Items.Select(note => note.Id));
        expected.Reverse();
        Assert.Equal(expected, (await ListAsync("list")).Items.Select(note => note.Id));
    }

    [SkippableTheory]
    [InlineData(ListOrder.Ascending)]
    [InlineData(ListOrder.Descending)]
    public async Task Pages_neither_repeat_nor_skip_when_documents_come_and_go_meanwhile(ListOrder order)
    {
        foreach (var number in Enumerable.Range(10, 7))
            await Documents.WriteAsync(Kind.Add(new Note(_partition, $"{number}", List: "list", Sort: $"{number}")), Ct);

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await ListAsync("list", cursor, 2, order);
            seen.AddRange(page.Items.Select(note => note.Id));
            cursor = page.Cursor;
            // The last one seen goes, and one comes before it: neither moves the place.
            await Documents.WriteAsync(Kind.Delete(page.Items[^1], (await EtagOfAsync(Kind, page.Items[^1].Id))!), Ct);
            var before = order == ListOrder.Ascending ? "00" : "99";
            await Documents.WriteAsync(Kind.Add(new Note(_partition, $"{before}-{seen.Count}", List: "list", Sort: before)), Ct);
        }
        while (cursor is not null);

        var numbers = Enumerable.Range(10, 7).Select(number => $"{number}");
        Assert.Equal(order == ListOrder.Ascending ? numbers : numbers.Reverse(), seen);
    }

    [SkippableTheory]
    [InlineData(1, ListOrder.Ascending)]
    [InlineData(2, ListOrder.Descending)]
    public Task Pages_neither_repeat_nor_skip_while_any_documents_come_and_go(int seed, ListOrder order)
    {
        var next = 0;
        return Paging.NeitherRepeatsNorSkipsAsync(
            seed,
            async place =>
            {
                var note = new Note(_partition, $"{seed}-{next++}", List: "list", Sort: $"{place:00}");
                Assert.NotNull(await Documents.WriteAsync(Kind.Add(note), Ct));
                return note.Id;
            },
            async id => Assert.NotNull(await Documents.WriteAsync(
                Kind.Delete((await Documents.FindAsync(Kind, new DocumentKey(_partition, id), Ct))!.Value, (await EtagOfAsync(Kind, id))!), Ct)),
            async (cursor, limit) =>
            {
                var page = await ListAsync("list", cursor, limit, order);
                return new Domain.Catalog.Page<string>([.. page.Items.Select(note => note.Id)], page.Cursor);
            });
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("bm9zcGFjZQ")]
    [InlineData("Z3LDvMOfZSBh")]
    public async Task A_cursor_that_no_listing_gave_is_told(string cursor) =>
        await Assert.ThrowsAsync<InvalidCursorException>(() => ListAsync("list", cursor));

    [SkippableFact]
    public async Task A_scan_finds_every_document_of_the_kind()
    {
        Note[] notes = [.. Enumerable.Range(0, 3).Select(number => new Note($"{_partition}-{number}", "1"))];
        foreach (var note in notes)
            await Documents.WriteAsync([Kind.Add(note), Note.Other.Add(note)], Ct);

        var found = new List<Note>();
        await foreach (var note in Documents.ScanAsync(Kind, Ct))
            found.Add(note);

        Assert.Equal(notes, found.Where(note => note.Partition.StartsWith(_partition, StringComparison.Ordinal)).OrderBy(note => note.Partition, StringComparer.Ordinal));
    }

    private async Task<string?> EtagOfAsync(DocumentKind<Note> kind, string id) => (await Documents.FindAsync(kind, new DocumentKey(_partition, id), Ct))?.ETag;

    private Task<Domain.Catalog.Page<Note>> ListAsync(string list, string? cursor = null, int limit = 50, ListOrder order = ListOrder.Descending) =>
        Documents.ListAsync(Kind, _partition, list, new PageRequest(cursor, limit), order, Ct);
}
