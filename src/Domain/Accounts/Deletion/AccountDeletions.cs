using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Deletion;

/// <summary>Which accounts are to be deleted, and when.</summary>
public sealed class AccountDeletions(IDocuments documents, TimeProvider clock)
{
    /// <summary>Accounts whose erasing is begun at once.</summary>
    private const int AtOnce = 100;

    public async Task<AccountDeletion?> FindAsync(string personId, CancellationToken ct) =>
        (await documents.FindAsync(AccountDeletion.Kind, AccountDeletion.KeyOf(personId), ct))?.Value;

    /// <summary>Asked again it is due when it was.</summary>
    public async Task<AccountDeletion> AddAsync(string personId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var deletion = new AccountDeletion(AccountDeletion.CurrentSchemaVersion, personId, now, now + AccountDeletion.Grace);
        return await documents.WriteAsync(AccountDeletion.Kind.Add(deletion), ct) is not null ? deletion : await FindAsync(personId, ct) ?? deletion;
    }

    /// <summary>Takes it back, unless it has begun; absent is fine.</summary>
    public async Task CancelAsync(string personId, CancellationToken ct)
    {
        while (await documents.FindAsync(AccountDeletion.Kind, AccountDeletion.KeyOf(personId), ct) is { Value: { Begun: false } waiting } stored)
        {
            await documents.WriteAsync(AccountDeletion.Kind.Delete(waiting, stored.ETag), ct);
        }
    }

    /// <summary>Those whose time has come, the first due first.</summary>
    public async Task<IReadOnlyList<AccountDeletion>> DueAsync(CancellationToken ct)
    {
        var page = await documents.ListAsync(AccountDeletion.Kind, AccountDeletion.Partition, "", new PageRequest(null, AtOnce), ListOrder.Ascending, ct);
        return [.. page.Items.Where(deletion => deletion.DueAt <= clock.GetUtcNow())];
    }

    /// <summary>From here on it can't be taken back. False when it was, or it is not due.</summary>
    internal async Task<bool> BeginAsync(string personId, CancellationToken ct)
    {
        while (await documents.FindAsync(AccountDeletion.Kind, AccountDeletion.KeyOf(personId), ct) is { Value: var deletion } stored && deletion.DueAt <= clock.GetUtcNow())
        {
            if (deletion.Begun || await documents.WriteAsync(AccountDeletion.Kind.Replace(deletion with { Begun = true }, stored.ETag), ct) is not null)
            {
                return true;
            }
        }

        return false;
    }

    internal Task EndAsync(string personId, CancellationToken ct) => documents.RemoveAsync(AccountDeletion.Kind, AccountDeletion.KeyOf(personId), ct);
}
