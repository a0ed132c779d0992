using System.Security.Cryptography;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Local.Tests.Storage;

/// <summary>What <see cref="IBlobStore"/> promises, held against a real storage server.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class BlobStoreTests(AzuriteFixture azurite)
{
    private readonly IBlobStore _store = azurite.Storage.Blobs;
    private readonly string _folder = $"{Guid.NewGuid():N}/";

    private BlobPath At(string name) => new(Containers.Work, _folder + name);

    [Fact]
    public async Task Creating_a_blob_that_exists_says_so_and_leaves_it_alone()
    {
        Assert.True(await _store.CreateAsync(At("a"), "first"u8.ToArray(), "text/plain", default));
        Assert.False(await _store.CreateAsync(At("a"), "second"u8.ToArray(), "text/plain", default));
        Assert.Equal("first"u8.ToArray(), await _store.ReadAsync(At("a"), 100, default));
    }

    [Fact]
    public async Task A_blob_is_moved_between_tiers_and_what_is_in_the_archive_is_out_of_reach()
    {
        await _store.CreateAsync(At("tiered"), "first"u8.ToArray(), "text/plain", default);
        Assert.Equal(StorageTier.Hot, (await _store.FindAsync(At("tiered"), default))!.Tier);

        Assert.Equal(TierChange.Done, await _store.SetTierAsync(At("tiered"), StorageTier.Cool, default));
        Assert.Equal(StorageTier.Cool, (await _store.FindAsync(At("tiered"), default))!.Tier);
        Assert.Equal("first"u8.ToArray(), await _store.ReadAsync(At("tiered"), 100, default));

        Assert.Equal(TierChange.Done, await _store.SetTierAsync(At("tiered"), StorageTier.Archive, default));
        await foreach (var listed in _store.ListAsync(Containers.Work, _folder, default))
            Assert.Equal((StorageTier.Archive, false), (listed.Tier, listed.IsReturning));
        await Assert.ThrowsAsync<Azure.RequestFailedException>(() => _store.ReadAsync(At("tiered"), 100, default));

        // The emulator is done at once where Azure takes hours.
        Assert.Contains(await _store.SetTierAsync(At("tiered"), StorageTier.Hot, default), new[] { TierChange.Done, TierChange.Returning });
        Assert.Equal(TierChange.Absent, await _store.SetTierAsync(At("nothing"), StorageTier.Cool, default));
    }

    [Fact]
    public async Task Of_many_creators_exactly_one_wins()
    {
        var wins = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            _store.CreateAsync(At("race"), new[] { (byte)i }, "application/octet-stream", default)));
        Assert.Single(wins, won => won);
    }

    [Fact]
    public async Task What_is_written_piece_by_piece_is_one_blob_of_many_blocks()
    {
        var content = RandomNumberGenerator.GetBytes((20 << 20) + 7);
        Assert.True(await _store.CreateAsync(At("big"), "video/mp4", WriteAsync, default));
        Assert.Equal(content, await _store.ReadAsync(At("big"), content.Length, default));
        Assert.False(await _store.CreateAsync(At("big"), "video/mp4", (_, _) => throw new InvalidOperationException("It is there."), default));

        async Task WriteAsync(Stream stream, CancellationToken ct)
        {
            foreach (var piece in content.Chunk(3_000_001))
                await stream.WriteAsync(piece, ct);
        }
    }

    [Fact]
    public async Task Of_a_write_that_fails_half_way_nothing_is_seen_and_it_can_be_repeated()
    {
        await Assert.ThrowsAsync<IOException>(() => _store.CreateAsync(At("half"), "video/mp4", async (stream, ct) =>
        {
            await stream.WriteAsync(new byte[9 << 20], ct);
            throw new IOException("cut");
        }, default));
        Assert.Null(await _store.FindAsync(At("half"), default));
        Assert.True(await _store.CreateAsync(At("half"), "video/mp4", (stream, ct) => stream.WriteAsync("whole"u8.ToArray(), ct).AsTask(), default));
        Assert.Equal("whole"u8.ToArray(), await _store.ReadAsync(At("half"), 100, default));
    }

    [Fact]
    public async Task Blocks_that_are_staged_in_any_order_and_again_are_one_blob_once_they_are_committed()
    {
        foreach (var (block, text) in new[] { (1, "wrong"), (2, "!"), (0, "Hello "), (1, "world") })
            await _store.StageAsync(At("blocks"), block, System.Text.Encoding.UTF8.GetBytes(text), default);
        Assert.Null(await _store.FindAsync(At("blocks"), default));

        await Assert.ThrowsAsync<BlobChangedException>(() => _store.CommitAsync(At("blocks"), 4, "video/mp4", default));
        Assert.True(await _store.CommitAsync(At("blocks"), 3, "video/mp4", default));
        Assert.False(await _store.CommitAsync(At("blocks"), 3, "video/mp4", default));

        Assert.Equal("Hello world!"u8.ToArray(), await _store.ReadAsync(At("blocks"), 100, default));
    }

    [Fact]
    public async Task Writing_replaces_the_content_and_the_etag()
    {
        await _store.WriteAsync(At("a"), "first"u8.ToArray(), "text/plain", default);
        var before = await _store.FindAsync(At("a"), default);
        await _store.WriteAsync(At("a"), "second"u8.ToArray(), "text/plain", default);
        var after = await _store.FindAsync(At("a"), default);
        Assert.NotEqual(before!.ETag, after!.ETag);
        Assert.Equal(6, after.Bytes);
    }

    [Fact]
    public async Task An_absent_blob_reads_as_null_and_deletes_without_complaint()
    {
        Assert.Null(await _store.ReadAsync(At("absent"), 10, default));
        Assert.Null(await _store.FindAsync(At("absent"), default));
        await _store.DeleteAsync(At("absent"), default);
    }

    [Fact]
    public async Task A_blob_over_the_expected_size_is_refused_unread()
    {
        await _store.WriteAsync(At("big"), new byte[1000], "application/octet-stream", default);
        await Assert.ThrowsAsync<InvalidDataException>(() => _store.ReadAsync(At("big"), 999, default));
        Assert.Equal(1000, (await _store.ReadAsync(At("big"), 1000, default))!.Length);
    }

    [Fact]
    public async Task An_empty_blob_can_be_created_read_and_downloaded()
    {
        await _store.CreateAsync(At("empty"), default, "application/octet-stream", default);
        Assert.Empty((await _store.ReadAsync(At("empty"), 0, default))!);
        Assert.Equal(0, await _store.ReadRangeAsync(At("empty"), null, 0, new byte[4], default));
        using var file = new TemporaryFile();
        await _store.DownloadAsync(At("empty"), null, file.Path, default);
        Assert.Equal(0, new FileInfo(file.Path).Length);
    }

    [Fact]
    public async Task Ranges_stop_at_the_end_of_the_blob()
    {
        await _store.WriteAsync(At("r"), "0123456789"u8.ToArray(), "text/plain", default);
        var buffer = new byte[6];
        Assert.Equal(6, await _store.ReadRangeAsync(At("r"), null, 2, buffer, default));
        Assert.Equal("234567"u8.ToArray(), buffer);
        Assert.Equal(2, await _store.ReadRangeAsync(At("r"), null, 8, buffer, default));
        Assert.Equal("89"u8.ToArray(), buffer[..2]);
        Assert.Equal(0, await _store.ReadRangeAsync(At("r"), null, 10, buffer, default));
        Assert.Equal(0, await _store.ReadRangeAsync(At("r"), null, 99, buffer, default));
    }

    [Fact]
    public async Task A_pinned_read_of_a_replaced_or_deleted_blob_fails_by_name()
    {
        await _store.WriteAsync(At("p"), "one"u8.ToArray(), "text/plain", default);
        var etag = (await _store.FindAsync(At("p"), default))!.ETag;
        Assert.Equal(3, await _store.ReadRangeAsync(At("p"), etag, 0, new byte[3], default));

        await _store.WriteAsync(At("p"), "two"u8.ToArray(), "text/plain", default);
        using var file = new TemporaryFile();
        var changed = await Assert.ThrowsAsync<BlobChangedException>(() => _store.ReadRangeAsync(At("p"), etag, 0, new byte[3], default));
        Assert.Equal(At("p"), changed.Path);
        await Assert.ThrowsAsync<BlobChangedException>(() => _store.DownloadAsync(At("p"), etag, file.Path, default));
        Assert.False(File.Exists(file.Path));

        await _store.DeleteAsync(At("p"), default);
        await Assert.ThrowsAsync<BlobChangedException>(() => _store.ReadRangeAsync(At("p"), etag, 0, new byte[3], default));
        await Assert.ThrowsAsync<BlobChangedException>(() => _store.DownloadAsync(At("p"), etag, file.Path, default));
    }

    [Fact]
    public async Task A_download_by_parallel_ranges_is_the_same_bytes()
    {
        var content = RandomNumberGenerator.GetBytes(20 << 20);
        await _store.WriteAsync(At("big"), content, "application/octet-stream", default);
        var etag = (await _store.FindAsync(At("big"), default))!.ETag;
        using var file = new TemporaryFile();
        await _store.DownloadAsync(At("big"), etag, file.Path, default);
        Assert.Equal(SHA256.HashData(content), SHA256.HashData(await File.ReadAllBytesAsync(file.Path)));
    }

    [Fact]
    public async Task A_listing_is_in_name_order_and_agrees_with_the_facts()
    {
        foreach (var name in new[] { "b/2", "a", "b/1" })
        {
            await _store.WriteAsync(At(name), new byte[name.Length], "text/plain", default);
        }

        var listed = new List<BlobFacts>();
        await foreach (var blob in _store.ListAsync(Containers.Work, _folder, default))
        {
            listed.Add(blob);
        }

        Assert.Equal(["a", "b/1", "b/2"], listed.Select(blob => blob.Name[_folder.Length..]));
        foreach (var blob in listed)
        {
            Assert.Equal(await _store.FindAsync(new(Containers.Work, blob.Name), default), blob);
        }
    }

    [Fact]
    public async Task Deleting_a_folder_leaves_its_neighbours()
    {
        await _store.WriteAsync(At("run/1"), new byte[1], "text/plain", default);
        await _store.WriteAsync(At("run/2/3"), new byte[1], "text/plain", default);
        await _store.WriteAsync(At("run2/1"), new byte[1], "text/plain", default);
        Assert.Equal(2, await _store.DeleteAllAsync(Containers.Work, _folder + "run/", default));
        Assert.Equal(0, await _store.DeleteAllAsync(Containers.Work, _folder + "run/", default));
        Assert.NotNull(await _store.FindAsync(At("run2/1"), default));
        await Assert.ThrowsAsync<ArgumentException>(() => _store.DeleteAllAsync(Containers.Work, _folder + "run", default));
    }
}
