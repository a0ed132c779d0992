using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Accounts.Deletion;

/// <summary>Every hour: has the accounts erased whose time has come, each by a workflow a day until it is gone.</summary>
public sealed class EraseDueAccounts(AccountDeletions deletions, TimeProvider clock)
{
    [Function(nameof(EraseDueAccounts))]
    public async Task RunAsync([TimerTrigger("0 35 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken ct)
    {
        foreach (var deletion in await deletions.DueAsync(ct))
        {
            await client.StartOnceAsync(AccountErasure.Workflow, AccountErasure.InstanceIdOf(deletion.PersonId, clock.GetUtcNow()), new AccountErasure(deletion.PersonId), ct);
        }
    }
}
