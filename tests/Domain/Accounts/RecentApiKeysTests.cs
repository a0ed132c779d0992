using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Accounts;

namespace StreamPlatform.Domain.Tests.Accounts;

public sealed class RecentApiKeysTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Shelf _shelf = new();

    [Fact]
    public async Task A_key_is_read_once_in_two_seconds_and_counts_no_longer_than_that_after_it_went()
    {
        var keys = new RecentApiKeys(_shelf, _clock);
        Assert.True(await keys.AddAsync(Shelf.Key, default));
        for (var request = 0; request < 10; request++)
            Assert.Equal(Shelf.Key, await keys.FindAsync(Shelf.Key.Hash, default));
        Assert.Equal(1, _shelf.Reads);

        _shelf.Kept = null;
        Assert.NotNull(await keys.FindAsync(Shelf.Key.Hash, default));
        _clock.Advance(RecentApiKeys.Longest);
        Assert.Null(await keys.FindAsync(Shelf.Key.Hash, default));
    }

    [Fact]
    public async Task A_key_that_was_none_counts_as_soon_as_it_is_there()
    {
        var keys = new RecentApiKeys(_shelf, _clock);
        Assert.Null(await keys.FindAsync(Shelf.Key.Hash, default));
        await keys.AddAsync(Shelf.Key, default);
        Assert.NotNull(await keys.FindAsync(Shelf.Key.Hash, default));
    }

    /// <summary>A store with room for one.</summary>
    private sealed class Shelf : IApiKeyStore
    {
        public static readonly ApiKey Key = new() { Hash = "hash", OwnerId = "user_1", Name = "app", CreatedAt = DateTimeOffset.UnixEpoch };

        public ApiKey? Kept { get; set; }

        public int Reads { get; private set; }

        public Task<ApiKey?> FindAsync(string hash, CancellationToken ct)
        {
            Reads++;
            return Task.FromResult(Kept);
        }

        public Task<bool> AddAsync(ApiKey key, CancellationToken ct)
        {
            Kept = key;
            return Task.FromResult(true);
        }
    }
}
