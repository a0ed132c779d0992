using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Domain.Processing.Profiles;
using static StreamPlatform.Tests.Contracts.Stores.Samples;

namespace StreamPlatform.Azure.Tests.Wire;

public sealed class AccountRequestsTests : WireTests
{
    [Fact]
    public async Task An_api_key_is_one_point_read_by_its_hash()
    {
        var hash = ApiKey.HashOf(ApiKey.NewSecret());

        var request = Assert.Single(await SeeAsync(() => Stores.Get<IApiKeyStore>().FindAsync(hash, Ct)));

        Assert.Equal(($"read apiKeys/{hash}", Key(hash)), ($"{request}", request.PartitionKey));
    }

    [Fact]
    public async Task Encoding_defaults_are_put_whatever_is_there_or_by_etag()
    {
        var store = Stores.Get<IEncodingDefaultsStore>();
        var defaults = new EncodingDefaults { OwnerId = NewOwner(), Choice = new EncodingChoice { Profile = "fast" } };

        var put = Assert.Single(await SeeAsync(() => store.PutAsync(defaults, null, Ct)));
        var replaced = Assert.Single(await SeeAsync(() => store.PutAsync(defaults, "\"1\"", Ct)));

        Assert.Equal(("upsert encodingDefaults", Key(defaults.OwnerId)), ($"{put}", put.PartitionKey));
        Assert.Equal(
            ($"replace encodingDefaults/{defaults.OwnerId}", Key(defaults.OwnerId), "\"1\""),
            ($"{replaced}", replaced.PartitionKey, replaced.IfMatch));
    }
}
