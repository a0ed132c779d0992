using StreamPlatform.Domain.Accounts.Passkeys;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Domain.Accounts.Tokens;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Deletion;

/// <summary>Everything that somebody got in by, or let an app in by.</summary>
public sealed class EraseAccess(IDocuments documents) : IErasePerson
{
    public string Part => "access";

    public async Task<PartErased> EraseAsync(string personId, CancellationToken ct) => PartErased.Of(
        null,
        await EraseAsync(ApiToken.Kind, personId, token => token.Key, ct)
        + await EraseAsync(Passkey.Kind, personId, passkey => Passkey.KeyOf(personId, passkey.Id), ct)
        + await EraseAsync(Session.Kind, personId, session => session.Key, ct));

    private async Task<int> EraseAsync<T>(DocumentKind<T> kind, string personId, Func<T, DocumentKey> keyOf, CancellationToken ct)
        where T : class
    {
        var page = await documents.ListAsync(kind, personId, "", new PageRequest(null, PageRequest.MaxLimit), ListOrder.Descending, ct);
        foreach (var item in page.Items)
        {
            await documents.RemoveAsync(kind, keyOf(item), ct);
        }

        return page.Items.Count;
    }
}
