using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Uploads;
using static StreamPlatform.Tests.Contracts.Stores.Samples;

namespace StreamPlatform.Tests.Contracts.Stores;

/// <summary>What every <see cref="IUploadStore"/> must do; a subclass an adapter.</summary>
public abstract class UploadStoreContract
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private protected abstract IUploadStore Store { get; }

    /// <summary>Leaves nothing that is due, where the store outlives the tests.</summary>
    protected virtual Task StartAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task An_upload_comes_back_as_it_was_added_for_its_owner_only()
    {
        var upload = Upload(NewOwner()) with { Failure = new AssetFailure("upload.too_large", "Too large.") };

        Assert.True(await Store.AddAsync(upload, Ct));

        Assert.Equivalent(upload, (await Store.FindAsync(upload.OwnerId, upload.Id, Ct))!.Value, strict: true);
        Assert.Null(await Store.FindAsync(NewOwner(), upload.Id, Ct));
        Assert.False(await Store.AddAsync(upload, Ct));
    }

    [SkippableFact]
    public async Task A_replace_needs_the_current_etag()
    {
        var upload = Upload(NewOwner());
        await Store.AddAsync(upload, Ct);
        var stored = await Store.FindAsync(upload.OwnerId, upload.Id, Ct);

        var next = await Store.ReplaceAsync(upload with { State = UploadState.Aborted }, stored!.ETag, Ct);

        Assert.NotNull(next);
        Assert.Null(await Store.ReplaceAsync(upload with { State = UploadState.Expired }, stored.ETag, Ct));
        Assert.Equal(UploadState.Aborted, (await Store.FindAsync(upload.OwnerId, upload.Id, Ct))!.Value.State);
    }

    [SkippableFact]
    public async Task A_listing_gives_an_owners_uploads_newest_first_page_by_page()
    {
        var owner = NewOwner();
        var uploads = Enumerable.Range(0, 3).Select(n => Upload(owner, Now.AddMinutes(n))).ToList();
        foreach (var upload in uploads.Append(Upload(NewOwner())))
        {
            await Store.AddAsync(upload, Ct);
        }

        var first = await Store.ListAsync(owner, null, 2, Ct);
        var second = await Store.ListAsync(owner, first.Cursor, 2, Ct);

        Assert.Equal([uploads[2].Id, uploads[1].Id], first.Items.Select(upload => upload.Id));
        Assert.Equal([uploads[0].Id], second.Items.Select(upload => upload.Id));
        Assert.Null(second.Cursor);
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    public Task Pages_neither_repeat_nor_skip_while_uploads_come(int seed)
    {
        var owner = NewOwner();
        return Paging.NeitherRepeatsNorSkipsAsync(
            seed,
            async place =>
            {
                var upload = Upload(owner, Now.AddMinutes(place));
                Assert.True(await Store.AddAsync(upload, Ct));
                return upload.Id;
            },
            removeAsync: null,
            async (cursor, limit) =>
            {
                var page = await Store.ListAsync(owner, cursor, limit, Ct);
                return new Page<string>([.. page.Items.Select(upload => upload.Id)], page.Cursor);
            });
    }

    [SkippableFact]
    public async Task The_uploads_of_an_asset_are_listed_together()
    {
        var (owner, assetId) = (NewOwner(), AssetIds.New());
        var ours = new[] { Upload(owner, Now.AddHours(1), assetId), Upload(owner, Now, assetId) };
        foreach (var upload in ours.Append(Upload(owner)))
        {
            await Store.AddAsync(upload, Ct);
        }

        var listed = await Store.ListByAssetAsync(owner, assetId, Ct);

        Assert.Equal(ours.Select(upload => upload.Id), listed.Select(upload => upload.Id));
    }

    [SkippableFact]
    public async Task The_sweep_sees_what_is_due_longest_due_first_whoever_owns_it()
    {
        await StartAsync();
        var later = Upload(NewOwner()) with { SweepAt = Now.AddMinutes(-1) };
        var sooner = Upload(NewOwner()) with { SweepAt = Now.AddMinutes(-2) };
        var notYet = Upload(NewOwner()) with { SweepAt = Now.AddMinutes(1) };
        var never = Upload(NewOwner()) with { SweepAt = null };
        foreach (var upload in new[] { later, sooner, notYet, never })
        {
            await Store.AddAsync(upload, Ct);
        }

        var due = await Store.ListDueAsync(Now, 10, Ct);

        Assert.Equal([sooner.Id, later.Id], due.Select(upload => upload.Id));
    }
}
