using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Duplicates;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Processing;

/// <summary>The same file twice.</summary>
public sealed class DuplicateTests
{
    [Fact]
    public async Task The_second_of_two_has_a_warning_that_names_the_first_unless_that_is_gone()
    {
        await using var workshop = await Workshop.OpenAsync();
        var first = await workshop.UploadAsync();
        Assert.Empty((await workshop.WaitForStateAsync(first, AssetState.Ready)).Warnings);

        var second = await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Ready);
        var warning = Assert.Single(second.Warnings);
        Assert.Equal("source.duplicate", warning.Code);
        Assert.Contains(first, warning.Message, StringComparison.Ordinal);

        await workshop.DeleteAsync(first);
        await workshop.DeleteAsync(second.Id);
        await workshop.WaitForStateAsync(first, AssetState.Deleted);
        await workshop.WaitForStateAsync(second.Id, AssetState.Deleted);
        Assert.Null(await workshop.Get<IDocuments>().FindAsync(ContentRecord.Kind, ContentRecord.KeyOf(workshop.Owner, first), default));
        Assert.Empty((await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Ready)).Warnings);
    }

    [Fact]
    public async Task Who_does_not_want_it_twice_has_it_and_its_bytes_once()
    {
        await using var workshop = await Workshop.OpenAsync();
        var first = await workshop.UploadAsync();
        await workshop.WaitForStateAsync(first, AssetState.Ready);
        var before = (await workshop.Get<Quotas>().UsageOfAsync(workshop.Owner, default)).Used.Bytes;

        var second = await workshop.UploadAsync(onDuplicate: DuplicateChoice.Reject);
        var failed = await workshop.WaitForStateAsync(second, AssetState.Failed);

        Assert.Equal(("source.duplicate", null), (failed.Failure?.Code, failed.Source));
        Assert.Contains(first, failed.Failure!.Message, StringComparison.Ordinal);
        await workshop.WaitForBlobsAsync(path => !path.Name.StartsWith(second, StringComparison.Ordinal));
        await Workshop.WaitForAsync(async () => (await workshop.Get<Quotas>().UsageOfAsync(workshop.Owner, default)).Used.Bytes == before ? workshop : null, "its bytes no longer count");
        Assert.Equal(AssetState.Ready, (await workshop.AssetAsync(first)).State);
    }
}
