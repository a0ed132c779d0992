using StreamPlatform.Domain.Accounts.Deletion;

namespace StreamPlatform.Domain.Playback.Keys;

/// <summary>What an account let others play its videos by.</summary>
public sealed class EraseOwnersKeys(OwnersKeys keys) : IErasePerson
{
    public string Part => "signingKeys";

    public async Task<PartErased> EraseAsync(string personId, CancellationToken ct)
    {
        await keys.EraseAsync(personId, ct);
        return PartErased.All;
    }
}
