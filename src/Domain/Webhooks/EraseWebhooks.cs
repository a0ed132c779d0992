using StreamPlatform.Domain.Accounts.Deletion;

namespace StreamPlatform.Domain.Webhooks;

/// <summary>Where somebody's events were sent.</summary>
public sealed class EraseWebhooks(Webhooks webhooks) : IErasePerson
{
    public string Part => "webhooks";

    public async Task<PartErased> EraseAsync(string personId, CancellationToken ct)
    {
        foreach (var endpoint in await webhooks.ListAsync(personId, ct))
        {
            await webhooks.DeleteAsync(personId, endpoint.Id, ct);
        }

        return PartErased.All;
    }
}
