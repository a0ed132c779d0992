using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Functions.Tests.Support;

namespace StreamPlatform.Functions.Tests.Accounts;

/// <summary>Access tokens of an issuer elsewhere, and what people try with them.</summary>
public sealed class AccessTokenTests : IAsyncLifetime
{
    private static readonly RSA Mine = RSA.Create(2048);

    private readonly FakeIssuer _issuer = new();
    private FunctionsHouse _house = null!;

    public async Task InitializeAsync()
    {
        await _issuer.InitializeAsync();
        _house = new FunctionsHouse(FakeIssuer.Settings(_issuer));
    }

    public async Task DisposeAsync()
    {
        await _house.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Theory]
    [InlineData(null, Role.Viewer)]
    [InlineData("creator", Role.Creator)]
    [InlineData("Moderator", Role.Moderator)]
    [InlineData("operator", Role.Operator)]
    [InlineData("3", Role.Viewer)]
    [InlineData("administrator", Role.Viewer)]
    public async Task A_token_stands_for_a_user_of_the_role_that_its_issuer_names(string? named, Role role)
    {
        var caller = (await ReadAsync(_issuer.Token("ada", named))).Value;

        Assert.Equal(new ProvenIdentity(_issuer.Url, "ada", role, "session").UserId, caller.UserId);
        Assert.Equal((role, CredentialKind.AccessToken), (caller.Role, caller.Credential));
    }

    [Theory]
    [InlineData("another audience")]
    [InlineData("another issuer")]
    [InlineData("no issuer")]
    [InlineData("no subject")]
    [InlineData("a subject without end")]
    [InlineData("a key of somebody else's")]
    [InlineData("an ID of a key that is not there")]
    [InlineData("no ID of a key")]
    [InlineData("another type")]
    [InlineData("an extension that must be understood")]
    [InlineData("another payload under the signature")]
    [InlineData("no signature")]
    [InlineData("algorithm none")]
    [InlineData("algorithm nOnE")]
    [InlineData("the public key as an HMAC secret")]
    [InlineData("the public key in PEM as an HMAC secret")]
    [InlineData("its own key in the header")]
    [InlineData("its own key by an address in the header")]
    [InlineData("encrypted")]
    [InlineData("no token")]
    [InlineData("binary")]
    public async Task A_token_that_the_issuer_did_not_give_for_us_does_not_count(string what) =>
        Assert.Equal("auth.invalid_token", (await ReadAsync(Forge(what))).Error?.Code);

    [Theory]
    [InlineData(-31, 600, null)]
    [InlineData(31, 600, "auth.token_expired")]
    [InlineData(-600, 29, null)]
    [InlineData(-600, -31, "auth.token_expired")]
    [InlineData(0, null, "auth.token_expired")]
    public async Task A_token_counts_in_its_time_give_or_take_half_a_minute(int notBefore, int? expires, string? code)
    {
        var now = _house.Clock.GetUtcNow().UtcDateTime;
        var token = _issuer.Token("ada", change: token =>
            (token.NotBefore, token.Expires) = (now.AddSeconds(notBefore), expires is { } seconds ? now.AddSeconds(seconds) : null));

        Assert.Equal(code, (await ReadAsync(token)).Error?.Code);
    }

    [Fact]
    public async Task Keys_are_fetched_once_and_again_when_the_issuer_signs_by_a_new_one_but_not_for_every_forged_token()
    {
        Assert.True((await ReadAsync(_issuer.Token("ada"))).Succeeded);
        Assert.True((await ReadAsync(_issuer.Token("bob"))).Succeeded);
        Assert.Equal(2, _issuer.Asked);

        _issuer.Keys.Add(FakeIssuer.NewKey("two"));
        _house.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.True((await ReadAsync(_issuer.Token("ada"))).Succeeded);
        Assert.Equal(4, _issuer.Asked);

        for (var i = 0; i < 20; i++)
            Assert.False((await ReadAsync(Forge("an ID of a key that is not there"))).Succeeded);
        Assert.Equal(4, _issuer.Asked);

        _issuer.Keys.RemoveAt(0);
        _house.Clock.Advance(TimeSpan.FromHours(13));
        Assert.Equal("auth.token_expired", (await ReadAsync(_issuer.Token("ada"))).Error?.Code);
        Assert.Equal(6, _issuer.Asked);
    }

    [Fact]
    public async Task A_silent_issuer_is_asked_now_and_then_and_what_is_known_of_it_goes_on_to_count()
    {
        _issuer.Silent = true;
        Assert.Equal("auth.issuer_unavailable", (await ReadAsync(_issuer.Token("ada"))).Error?.Code);
        Assert.Equal("auth.issuer_unavailable", (await ReadAsync(_issuer.Token("ada"))).Error?.Code);
        var asked = _issuer.Asked;
        _issuer.Silent = false;
        Assert.Equal("auth.issuer_unavailable", (await ReadAsync(_issuer.Token("ada"))).Error?.Code);
        Assert.Equal(asked, _issuer.Asked);

        _house.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.True((await ReadAsync(_issuer.Token("ada"))).Succeeded);
        _issuer.Silent = true;
        _house.Clock.Advance(TimeSpan.FromHours(13));
        var later = _house.Clock.GetUtcNow().UtcDateTime;
        Assert.True((await ReadAsync(_issuer.Token("ada", change: token => token.Expires = later.AddMinutes(1)))).Succeeded);
    }

    [Theory]
    [InlineData("Authority", "http://login.example.com")]
    [InlineData("Authority", "login")]
    [InlineData("Audience", "")]
    [InlineData("DefaultRole", "operator")]
    public void An_issuer_that_cannot_be_meant_stops_the_start_and_is_named(string setting, string value)
    {
        var settings = FakeIssuer.Settings(_issuer).Where(known => !known.Key.EndsWith(setting, StringComparison.Ordinal)).Append(($"Accounts:Issuers:0:{setting}", value));

        Assert.Contains($"Accounts:Issuers:0:{setting}", Assert.Throws<InvalidOperationException>(() => new FunctionsHouse([.. settings])).Message, StringComparison.Ordinal);
    }

    private Task<Domain.Result<Caller>> ReadAsync(string token) => _house.Get<Authenticate>().ExecuteAsync(token, default);

    private string Forge(string what)
    {
        var key = new RsaSecurityKey(Mine) { KeyId = "one" };
        var given = _issuer.Token("ada", "operator");
        var parts = given.Split('.');
        return what switch
        {
            "another audience" => _issuer.Token("ada", change: token => token.Audience = "another"),
            "another issuer" => _issuer.Token("ada", change: token => token.Issuer = "https://login.example.com"),
            "no issuer" => _issuer.Token("ada", change: token => token.Issuer = null),
            "no subject" => _issuer.Token(""),
            "a subject without end" => _issuer.Token(new string('a', 256)),
            "a key of somebody else's" => By(key),
            "an ID of a key that is not there" => By(new RsaSecurityKey(Mine) { KeyId = "nine" }),
            "no ID of a key" => By(new RsaSecurityKey(_issuer.Keys[0].Rsa)),
            "another type" => _issuer.Token("ada", change: token => token.TokenType = "logout+jwt"),
            "an extension that must be understood" => _issuer.Token("ada", change: token => token.AdditionalHeaderClaims = new Dictionary<string, object> { ["crit"] = new[] { "b64" }, ["b64"] = false }),
            "another payload under the signature" => $"{parts[0]}.{_issuer.Token("bob", "operator").Split('.')[1]}.{parts[2]}",
            "no signature" => $"{parts[0]}.{parts[1]}.",
            "algorithm none" => $"{Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.",
            "algorithm nOnE" => $"{Encode("""{"alg":"nOnE","kid":"one","typ":"JWT"}""")}.{parts[1]}.{parts[2]}",
            "the public key as an HMAC secret" => ByHmac(_issuer.Keys[0].Rsa.ExportSubjectPublicKeyInfo()),
            "the public key in PEM as an HMAC secret" => ByHmac(Encoding.ASCII.GetBytes(_issuer.Keys[0].Rsa.ExportSubjectPublicKeyInfoPem())),
            "its own key in the header" => By(key, ("jwk", FakeIssuer.Publish(key))),
            "its own key by an address in the header" => By(new RsaSecurityKey(Mine) { KeyId = "mine" }, ("jku", "https://login.example.com/keys")),
            "encrypted" => new JsonWebTokenHandler().EncryptToken(given, new EncryptingCredentials(new RsaSecurityKey(_issuer.Keys[0].Rsa.ExportParameters(false)), SecurityAlgorithms.RsaOAEP, SecurityAlgorithms.Aes128CbcHmacSha256)),
            "no token" => "a.b.c",
            _ => "\u0000\u0001.\uFFFF.\uD800",
        };
    }

    private string By(SecurityKey key, (string Name, object Value)? header = null) => _issuer.Token("ada", change: token =>
    {
        token.SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256);
        if (header is { } added)
            token.AdditionalHeaderClaims = new Dictionary<string, object> { [added.Name] = added.Value };
    });

    private string ByHmac(byte[] secret) => _issuer.Token("ada", change: token =>
        token.SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(secret) { KeyId = "one" }, SecurityAlgorithms.HmacSha256));

    private static string Encode(string json) => Base64UrlEncoder.Encode(json);
}
