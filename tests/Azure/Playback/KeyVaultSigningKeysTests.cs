using System.Net;
using System.Security.Cryptography;
using Azure;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Azure.Playback;
using StreamPlatform.Azure.Tests.Fake;

namespace StreamPlatform.Azure.Tests.Playback;

public sealed class KeyVaultSigningKeysTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly FakeVault _vault;

    public KeyVaultSigningKeysTests() => _vault = new FakeVault(_clock);

    [Fact]
    public async Task The_first_who_asks_makes_a_key_and_others_find_it()
    {
        var first = Assert.Single(await Instance().ReadAsync(default));
        var other = Assert.Single(await Instance().ReadAsync(default));

        Assert.Equal(first.Id, other.Id);
        Assert.True(first.PrivateKey.Span.SequenceEqual(other.PrivateKey.Span));
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(first.PrivateKey.Span, out _);
        Assert.Equal(2048, rsa.KeySize);
    }

    [Fact]
    public async Task The_vault_is_asked_every_ten_minutes_however_many_tokens_are_made()
    {
        using var keys = Instance();
        await keys.ReadAsync(default);
        var asked = _vault.Requests.Count;
        for (var i = 0; i < 100; i++)
            await keys.ReadAsync(default);
        Assert.Equal(asked, _vault.Requests.Count);

        _clock.Advance(KeyVaultSigningKeys.LookAgain);
        await keys.ReadAsync(default);
        Assert.Equal("GET secrets/playback-signing/versions", Assert.Single(_vault.Requests[asked..]));
    }

    [Fact]
    public async Task Two_who_make_the_first_key_at_once_sign_with_the_same_one()
    {
        using var one = Instance();
        using var other = Instance();
        var made = await one.ReadAsync(default);
        await _vault.Client().SetSecretAsync(KeyVaultSigningKeys.SecretName, Convert.ToBase64String(NewKey()));

        Assert.Equal(made[0].Id, (await other.ReadAsync(default))[0].Id);
    }

    [Fact]
    public async Task A_new_key_signs_only_when_every_instance_has_seen_it()
    {
        using var keys = Instance();
        var old = (await keys.ReadAsync(default))[0].Id;
        _clock.Advance(KeyVaultSigningKeys.SignsFor);

        var rotated = await keys.ReadAsync(default);
        Assert.Equal(2, rotated.Count);
        Assert.Equal(old, rotated[0].Id);

        _clock.Advance(KeyVaultSigningKeys.Spread);
        var later = await keys.ReadAsync(default);
        Assert.Equal([rotated[1].Id, old], later.Select(key => key.Id));
    }

    [Fact]
    public async Task A_key_counts_until_its_last_token_has_expired()
    {
        using var keys = Instance();
        var first = (await keys.ReadAsync(default))[0].Id;
        for (var quarter = 0; quarter < 3; quarter++)
        {
            _clock.Advance(KeyVaultSigningKeys.SignsFor);
            await keys.ReadAsync(default);
        }

        Assert.DoesNotContain(first, (await keys.ReadAsync(default)).Select(key => key.Id));
        Assert.Equal(4, _vault.Versions);
    }

    [Fact]
    public async Task A_key_that_is_switched_off_counts_no_more()
    {
        using var keys = Instance();
        var leaked = (await keys.ReadAsync(default))[0].Id;
        _vault.Disable();
        _clock.Advance(KeyVaultSigningKeys.LookAgain);

        Assert.DoesNotContain(leaked, (await keys.ReadAsync(default)).Select(key => key.Id));
    }

    [Fact]
    public async Task Without_the_vault_known_keys_stay_in_use()
    {
        using var keys = Instance();
        var known = (await keys.ReadAsync(default))[0].Id;
        _vault.Trouble = HttpStatusCode.ServiceUnavailable;
        _clock.Advance(KeyVaultSigningKeys.LookAgain);

        Assert.Equal(known, (await keys.ReadAsync(default))[0].Id);
        using var cold = Instance();
        await Assert.ThrowsAsync<RequestFailedException>(() => cold.ReadAsync(default));
    }

    [Theory]
    [InlineData(null, "Set KeyVault__Uri")]
    [InlineData("http://vault.example/", "not an https address")]
    public void A_vault_that_can_not_be_meant_is_told_at_start(string? uri, string told) => Assert.Contains(
        told, Assert.Throws<InvalidOperationException>(() => KeyVaultSettings.Read(name => name == KeyVaultSettings.UriName ? uri : null)).Message, StringComparison.Ordinal);

    private static byte[] NewKey()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportPkcs8PrivateKey();
    }

    private KeyVaultSigningKeys Instance() => new(_vault.Client(), _clock, NullLogger<KeyVaultSigningKeys>.Instance);
}
