using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Functions.Accounts.Deletion;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Accounts;

/// <summary>The workflow that erases accounts, on the real engine.</summary>
public sealed class EraseAccountTests
{
    [Fact]
    public async Task An_account_that_is_due_goes_with_its_videos_and_one_that_is_not_stays()
    {
        await using var workshop = await Workshop.OpenAsync();
        var asset = await workshop.WaitForStateAsync(await workshop.UploadAsync(), AssetState.Ready);
        await workshop.Get<Profiles>().ChangeAsync(workshop.Owner, new ProfileChange { Name = "Ada" }, null, default);
        var (other, now) = (Domain.OpaqueId.New("user"), TimeProvider.System.GetUtcNow());
        await workshop.Get<Profiles>().ChangeAsync(other, new ProfileChange { Name = "Bob" }, null, default);
        foreach (var (person, due) in new[] { (workshop.Owner, now.AddSeconds(-1)), (other, now.AddDays(1)) })
            await workshop.Get<IDocuments>().WriteAsync(AccountDeletion.Kind.Add(new AccountDeletion(AccountDeletion.CurrentSchemaVersion, person, due - AccountDeletion.Grace, due)), default);
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(now);

        for (var i = 0; i < 2; i++)
            await new EraseDueAccounts(new AccountDeletions(workshop.Get<IDocuments>(), clock), clock).RunAsync(null!, workshop.Engine.Client, default);
        await workshop.Engine.WaitAsync(AccountErasure.InstanceIdOf(workshop.Owner, now));

        Assert.Equal(AssetState.Deleted, (await workshop.AssetAsync(asset.Id)).State);
        Assert.DoesNotContain(workshop.Blobs.Paths, path => path.Name.StartsWith(asset.Id, StringComparison.Ordinal));
        Assert.Null(await workshop.Get<Profiles>().FindOwnAsync(workshop.Owner, default));
        Assert.Null(await workshop.Get<AccountDeletions>().FindAsync(workshop.Owner, default));
        Assert.NotNull(await workshop.Get<Profiles>().FindOwnAsync(other, default));
        Assert.NotNull(await workshop.Get<AccountDeletions>().FindAsync(other, default));
    }
}
