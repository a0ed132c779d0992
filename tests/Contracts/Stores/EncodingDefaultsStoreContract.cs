using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Domain.Processing.Profiles;
using static StreamPlatform.Tests.Contracts.Stores.Samples;

namespace StreamPlatform.Tests.Contracts.Stores;

/// <summary>What every <see cref="IEncodingDefaultsStore"/> must do; a subclass an adapter.</summary>
public abstract class EncodingDefaultsStoreContract
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private protected abstract IEncodingDefaultsStore Store { get; }

    [SkippableFact]
    public async Task An_owner_has_one_default_and_a_stale_writer_is_told()
    {
        var (owner, other) = (NewOwner(), NewOwner());
        Assert.Null(await Store.FindAsync(owner, Ct));
        Assert.Null(await Store.PutAsync(Of(owner, "fast"), "stale", Ct));

        var first = await Store.PutAsync(Of(owner, "fast"), null, Ct);
        await Store.PutAsync(Of(other, "audio"), null, Ct);
        var second = await Store.PutAsync(Of(owner, "balanced"), first, Ct);

        Assert.NotNull(second);
        Assert.NotEqual(first, second);
        Assert.Null(await Store.PutAsync(Of(owner, "premium"), first, Ct));
        var stored = (await Store.FindAsync(owner, Ct))!;
        Assert.Equal((Of(owner, "balanced"), second), (stored.Value, stored.ETag));
        Assert.NotNull(await Store.PutAsync(Of(owner, "premium"), null, Ct));
    }

    private static EncodingDefaults Of(string owner, string profile) => new()
    {
        OwnerId = owner,
        Choice = new EncodingChoice { Profile = profile, CostCap = 1.5m, Watermark = new WatermarkChoice(new string('a', 64)) { Corner = WatermarkCorner.TopLeft } },
    };
}
