using StreamPlatform.Domain.Accounts;
using static StreamPlatform.Tests.Contracts.Stores.Samples;

namespace StreamPlatform.Tests.Contracts.Stores;

/// <summary>What every <see cref="IApiKeyStore"/> must do; a subclass an adapter.</summary>
public abstract class ApiKeyStoreContract
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private protected abstract IApiKeyStore Store { get; }

    [SkippableFact]
    public async Task A_key_is_found_by_its_hash_and_added_once()
    {
        var hash = ApiKey.HashOf(ApiKey.NewSecret());
        var key = new ApiKey { Hash = hash, OwnerId = NewOwner(), Name = "laptop", CreatedAt = Now };

        Assert.True(await Store.AddAsync(key, Ct));
        Assert.False(await Store.AddAsync(key with { OwnerId = NewOwner() }, Ct));

        Assert.Equal(key, await Store.FindAsync(hash, Ct));
        Assert.Null(await Store.FindAsync(ApiKey.HashOf("sk_other"), Ct));
    }
}
