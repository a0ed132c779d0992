using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace StreamPlatform.Functions.Tests.Accounts;

/// <summary>Somebody else's OpenID Connect issuer, on Kestrel: what it publishes, and tokens by its keys.</summary>
public sealed class FakeIssuer : IAsyncLifetime
{
    public const string Audience = "stream-platform";

    private static readonly RsaSecurityKey First = NewKey("one");

    private readonly WebApplication _app;

    public FakeIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => Answer($$"""{"issuer":"{{Url}}","jwks_uri":"{{Url}}/keys"}"""));
        _app.MapGet("/keys", () => Answer($$"""{"keys":[{{string.Join(',', Keys.Select(key => JsonSerializer.Serialize(Publish(key))))}}]}"""));
    }

    public string Url { get; private set; } = "";
    public List<RsaSecurityKey> Keys { get; } = [First];
    public bool Silent { get; set; }

    /// <summary>How often it was asked for its metadata or its keys.</summary>
    public int Asked { get; private set; }

    public static (string Key, string Value)[] Settings(FakeIssuer issuer) =>
    [
        ("Accounts:Issuers:0:Authority", issuer.Url),
        ("Accounts:Issuers:0:Audience", Audience),
        ("Accounts:Issuers:0:RoleClaim", "roles"),
    ];

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        Url = _app.Services.GetService(typeof(Microsoft.AspNetCore.Hosting.Server.IServer)) is Microsoft.AspNetCore.Hosting.Server.IServer server
            ? server.Features.Get<IServerAddressesFeature>()!.Addresses.Single()
            : throw new InvalidOperationException();
    }

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    public static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };

    /// <summary>A token as the issuer gives it, in time on 14 March 2026 at 15:09:26, but for what <paramref name="change"/> does to it.</summary>
    public string Token(string subject, string? role = null, Action<SecurityTokenDescriptor>? change = null)
    {
        var now = new DateTime(2026, 3, 14, 15, 9, 26, DateTimeKind.Utc);
        var token = new SecurityTokenDescriptor
        {
            Issuer = Url,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(10),
            Claims = new Dictionary<string, object> { ["sub"] = subject },
            SigningCredentials = new SigningCredentials(Keys[^1], SecurityAlgorithms.RsaSha256),
        };
        if (role is not null)
            token.Claims["roles"] = new[] { role };
        change?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    private IResult Answer(string json)
    {
        Asked++;
        return Silent ? Results.StatusCode(503) : Results.Text(json, "application/json");
    }

    /// <summary>The key as a JWK, without its private part.</summary>
    public static Dictionary<string, object> Publish(RsaSecurityKey key)
    {
        var parameters = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
        };
    }
}
