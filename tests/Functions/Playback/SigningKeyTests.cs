using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Restrictions;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Playback.Keys;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Functions.Playback;
using StreamPlatform.Functions.Playback.Keys;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Playback;

/// <summary>Playback tokens that an account makes by itself, and what people try with them.</summary>
public sealed class SigningKeyTests : IAsyncLifetime
{
    private readonly PlaybackHouse _house = new();
    private readonly RSA _pair = RSA.Create();
    private string _key = "", _keyId = "";
    private Asset _asset = null!;

    private string PlaybackId => _asset.PlaybackIds[0].Id;

    private DateTimeOffset Now => _house.Clock.GetUtcNow();

    public async Task InitializeAsync()
    {
        _key = await _house.NewKeyAsync();
        var made = await PostAsync(_key, "site");
        _keyId = made.Text("id")!;
        _pair.ImportFromPem(made.Text("privateKey")!);
        _asset = await _house.AddAsync(AssetState.Ready, PlaybackPolicy.Signed);
    }

    public Task DisposeAsync()
    {
        _pair.Dispose();
        return _house.DisposeAsync().AsTask();
    }

    [Fact]
    public async Task What_the_owner_signs_with_the_key_that_was_answered_plays_with_its_tracks_and_pictures()
    {
        var query = $"?token={Sign(Claims())}";

        var (status, playlist, headers) = await _house.GetAsync(_house.Function<GetHls>().RunAsync(Request("GET", $"playback/{PlaybackId}.m3u8", query: query), PlaybackId, default));
        Assert.Equal((200, true), (status, playlist.Contains($"{PlaybackId}/r1/360p.m3u8{query}", StringComparison.Ordinal)));
        Assert.Contains("private", headers.CacheControl.ToString(), StringComparison.Ordinal);
        Assert.Equal(200, (await _house.GetAsync(_house.Function<GetHlsTrack>().RunAsync(Request("GET", "", query: query), PlaybackId, 1, "360p", default))).Status);
        Assert.Equal(200, (await _house.GetAsync(_house.Function<GetDash>().RunAsync(Request("GET", "", query: query), PlaybackId, default))).Status);
        Assert.Equal(200, (await _house.GetAsync(_house.Function<GetStoryboard>().RunAsync(Request("GET", "", query: query), PlaybackId, 1, default))).Status);
        Assert.InRange((await _house.GetAsync(_house.Function<GetPoster>().RunAsync(Request("GET", "", query: query), PlaybackId, default))).Status, 200, 307);
        Assert.Equal(200, await PlayAsync(Claims(claims => claims["scope"] = "play")));
    }

    [Fact]
    public async Task A_key_is_told_once_and_its_private_half_is_kept_nowhere()
    {
        var made = await PostAsync(_key, null, ("Idempotency-Key", "again"));
        Assert.Equal((201, "no-store"), (made.Status, made.Headers.CacheControl.ToString()));
        Assert.Equal(2048, KeyOf(made.Text("privateKey")!).KeySize);

        var items = await ItemsAsync("");
        Assert.Equal([made.Text("id"), _keyId], items.Select(item => item.GetProperty("id").GetString()).OrderBy(id => id == _keyId));
        Assert.All(items, item => Assert.False(item.TryGetProperty("privateKey", out _)));
        var one = await AnswerAsync(_house.Function<GetOneSigningKey>().RunAsync(Request("GET", "", _key), _keyId, default));
        Assert.Equal(("site", null, _pair.ExportSubjectPublicKeyInfoPem()), (one.Text("name"), one.Text("privateKey"), one.Text("publicKey")));

        var kept = string.Concat(_house.StoredFiles().Select(Encoding.Latin1.GetString));
        Assert.Contains(_keyId, kept, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String(_pair.ExportSubjectPublicKeyInfo())[..60], kept.Replace("\\u002B", "+", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var line in made.Text("privateKey")!.Split('\n')[10..^3])
            Assert.DoesNotContain(line, kept.Replace("\\u002B", "+", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_revoked_opens_nothing_any_more()
    {
        Assert.Equal(200, await PlayAsync(Claims()));
        Assert.Equal(204, (await AnswerAsync(_house.Function<DeleteSigningKey>().RunAsync(Request("DELETE", "", _key), _keyId, default))).Status);

        Assert.Equal((401, "playback.token_invalid"), await RefusedAsync(Sign(Claims())));
        (await AnswerAsync(_house.Function<GetOneSigningKey>().RunAsync(Request("GET", "", _key), _keyId, default))).IsProblem(404, "signing.key_not_found");
        Assert.Equal([], await ItemsAsync(""));
    }

    [Fact]
    public async Task A_key_counts_for_the_videos_of_its_account_alone_and_for_one_that_went_to_another_no_more()
    {
        var others = await _house.AddAsync(AssetState.Ready, PlaybackPolicy.Signed, "user_other");
        Assert.Equal((401, "playback.token_invalid"), await RefusedAsync(Sign(Claims(claims => claims["sub"] = others.PlaybackIds[0].Id)), others.PlaybackIds[0].Id));
        Assert.Equal((401, "playback.token_invalid"), await RefusedAsync(Sign(Claims()), (await _house.AddAsync(AssetState.Ready, PlaybackPolicy.Signed)).PlaybackIds[0].Id));
        Assert.Equal(200, await PlayAsync(Claims()));

        await _house.Get<Assets>().UpdateAsync(_asset.Id, found => found with { OwnerId = "user_other" }, default);

        Assert.Equal((401, "playback.token_invalid"), await RefusedAsync(Sign(Claims())));
    }

    [Fact]
    public async Task What_was_signed_by_another_key_or_by_none_does_not_play()
    {
        using var foreign = RSA.Create(2048);
        Assert.Equal((401, "playback.token_invalid"), await RefusedAsync(Sign(Claims(), foreign)));
        Assert.Equal((401, "playback.token_invalid"), await RefusedAsync(SignAs(OpaqueId.New(OwnersKey.IdPrefix), Claims())));

        // The account's key, under ids that are none of its own.
        foreach (var keyId in new[] { null, (await _house.Get<ISigningKeys>().ReadAsync(default))[0].Id, $"{_keyId}0", "key_", new string('k', 3000) })
            Assert.Equal((401, "playback.token_invalid"), await RefusedAsync(SignAs(keyId, Claims())));

        var unsigned = $"{Part(new JsonObject { ["alg"] = "none", ["kid"] = _keyId })}.{Part(Claims())}.";
        Assert.Equal((401, "playback.token_invalid"), await RefusedAsync(unsigned));
        foreach (var secret in new[] { _pair.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(_pair.ExportSubjectPublicKeyInfoPem()) })
        {
            var signed = $"{Part(new JsonObject { ["alg"] = "HS256", ["kid"] = _keyId })}.{Part(Claims())}";
            Assert.Equal((401, "playback.token_invalid"), await RefusedAsync($"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)))}"));
        }

        Assert.Equal((401, "playback.token_invalid"), await RefusedAsync(Sign(Claims(), algorithm: "PS256")));
        Assert.Equal((401, "playback.token_invalid"), await RefusedAsync($"{Sign(Claims())[..^8]}AAAAAAAA"));
    }

    [Fact]
    public async Task A_header_that_is_none_is_refused()
    {
        foreach (var header in new[] { """{"kid":5,"alg":"RS256"}""", """{"kid":null,"alg":"RS256"}""", """{"kid":["key"],"alg":"RS256"}""", "[]", "{", "" })
            Assert.Equal((401, "playback.token_invalid"), await RefusedAsync($"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Part(Claims())}.c2ln"));
    }

    [Fact]
    public async Task Its_life_is_bounded_as_that_of_the_platform_s_own()
    {
        Assert.Equal((401, "playback.token_expired"), await RefusedAsync(Sign(Claims(claims => claims["exp"] = Now.ToUnixTimeSeconds()))));
        Assert.Equal((401, "playback.token_expired"), await RefusedAsync(Sign(Claims(claims => claims.Remove("exp")))));
        Assert.Equal((401, "playback.token_invalid"), await RefusedAsync(Sign(Claims(claims => claims["exp"] = "never"))));
        Assert.Equal(200, await PlayAsync(Claims(claims => claims["exp"] = (Now + PlaybackTokens.LongestLifetime).ToUnixTimeSeconds())));
        Assert.Equal((401, "playback.token_lifetime_invalid"), await RefusedAsync(Sign(Claims(claims => claims["exp"] = (Now + PlaybackTokens.LongestLifetime).AddMinutes(1).ToUnixTimeSeconds()))));
        Assert.NotEqual(200, (await RefusedAsync(Sign(Claims(claims => claims["nbf"] = Now.AddMinutes(5).ToUnixTimeSeconds())))).Status);

        var token = Sign(Claims());
        _house.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((401, "playback.token_expired"), await RefusedAsync(token));
    }

    [Fact]
    public async Task It_says_for_what_it_is_and_is_never_for_what_its_owner_alone_sees()
    {
        foreach (var audience in new[] { "api", "", null })
            Assert.Equal((401, "playback.token_invalid"), await RefusedAsync(Sign(Claims(claims => claims["aud"] = audience))));
        foreach (var scope in new[] { JsonValue.Create("preview"), JsonValue.Create("all"), JsonValue.Create(1), new JsonArray("play") as JsonNode })
            Assert.Equal((401, "playback.token_invalid"), await RefusedAsync(Sign(Claims(claims => claims["scope"] = scope))));
        Assert.Equal((401, "playback.token_invalid"), await RefusedAsync(Sign(Claims(claims => claims.Remove("sub")))));
        Assert.False(await _house.Get<PlaybackTokens>().IsOwnersAsync(_asset, Sign(Claims(claims => claims["scope"] = "preview")), default));
    }

    [Fact]
    public async Task Where_a_video_does_not_play_it_plays_with_no_token_of_its_owner_s_either()
    {
        await _house.Get<Assets>().UpdateAsync(_asset.Id, found => found with { Restrictions = new ViewingRestrictions { AllowedCountries = ["DE"] } }, default);

        Assert.Equal((403, "playback.country_denied"), await RefusedAsync(Sign(Claims())));
    }

    [Fact]
    public async Task An_account_has_ten_keys_at_most_with_names_of_one_line()
    {
        (await PostAsync(_key, "a\nb")).IsProblem(400, "signing.key_name_invalid");
        (await PostAsync(_key, new string('a', 101))).IsProblem(400, "signing.key_name_invalid");
        var (keys, documents, there) = (_house.Get<OwnersKeys>(), _house.Get<IDocuments>(), OwnersKeyRing.KeyOf(EnsureFirstApiKey.FirstOwnerId));
        var ring = (await documents.FindAsync(OwnersKeyRing.Kind, there, default))!.Value;
        var eight = Enumerable.Range(0, OwnersKeyRing.Most - 2).Select(_ => ring.Keys[0] with { Id = OpaqueId.New(OwnersKey.IdPrefix) });
        await documents.WriteAsync(OwnersKeyRing.Kind.Put(ring with { Keys = [.. ring.Keys, .. eight] }), default);
        var made = await Task.WhenAll(Enumerable.Range(0, 2).Select(n => Task.Run(() => keys.CreateAsync(EnsureFirstApiKey.FirstOwnerId, $"{n}", default))));

        Assert.Equal("signing.too_many_keys", Assert.Single(made, each => !each.Succeeded).Error!.Code);
        (await PostAsync(_key, "one more")).IsProblem(409, "signing.too_many_keys");
        Assert.Equal(201, (await PostAsync(await _house.NewStrangerAsync(), "another's")).Status);
    }

    [Fact]
    public async Task Keys_are_listed_newest_first_page_by_page()
    {
        for (var i = 0; i < 2; i++)
        {
            _house.Clock.Advance(TimeSpan.FromMinutes(1));
            await PostAsync(_key, $"{i}");
        }

        var first = await AnswerAsync(_house.Function<GetSigningKeys>().RunAsync(Request("GET", "signing-keys", _key, query: "?limit=2"), default));
        Assert.Equal(["1", "0"], first.Body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()));
        Assert.Equal(["site"], (await ItemsAsync($"?limit=2&cursor={first.Text("cursor")}")).Select(item => item.GetProperty("name").GetString()));
        (await AnswerAsync(_house.Function<GetSigningKeys>().RunAsync(Request("GET", "signing-keys", _key, query: "?cursor=x"), default))).IsProblem(400, "request.cursor_invalid");
    }

    private JsonObject Claims(Action<JsonObject>? change = null)
    {
        var claims = new JsonObject { ["sub"] = PlaybackId, ["aud"] = "video", ["exp"] = Now.AddHours(1).ToUnixTimeSeconds() };
        change?.Invoke(claims);
        return claims;
    }

    private string Sign(JsonObject claims, RSA? by = null, string algorithm = "RS256") => SignAs(_keyId, claims, by, algorithm);

    private string SignAs(string? keyId, JsonObject claims, RSA? by = null, string algorithm = "RS256")
    {
        var signed = $"{Part(new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = keyId })}.{Part(claims)}";
        var padding = algorithm == "RS256" ? RSASignaturePadding.Pkcs1 : RSASignaturePadding.Pss;
        return $"{signed}.{Base64Url.EncodeToString((by ?? _pair).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, padding))}";
    }

    private static string Part(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));

    private static RSA KeyOf(string pem)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        return rsa;
    }

    private async Task<Answer> AnswerAsync(Task<IResult> result, [CallerArgumentExpression(nameof(result))] string call = "")
    {
        var (status, body, headers) = await _house.GetAsync(result);
        var answer = new Answer(status, headers.ContentType, headers, body.Length == 0 ? default : JsonDocument.Parse(body).RootElement);
        DeclaredAnswers.Check(call, answer, body);
        return answer;
    }

    private async Task<int> PlayAsync(JsonObject claims) => (await GetAsync(Sign(claims), PlaybackId)).Status;

    private async Task<(int Status, string? Code)> RefusedAsync(string token, string? playbackId = null)
    {
        var (status, body, _) = await GetAsync(token, playbackId ?? PlaybackId);
        return (status, status == 200 ? null : JsonDocument.Parse(body).RootElement.GetProperty("code").GetString());
    }

    private Task<(int Status, string Body, IHeaderDictionary Headers)> GetAsync(string token, string playbackId) =>
        _house.GetAsync(_house.Function<GetHls>().RunAsync(Request("GET", $"playback/{playbackId}.m3u8", query: $"?token={token}"), playbackId, default));

    private async Task<Answer> PostAsync(string key, string? name, params (string Name, string Value)[] headers)
    {
        var request = Request("POST", "signing-keys", key, new { name });
        foreach (var (header, value) in headers)
            request.Headers[header] = value;
        return await AnswerAsync(_house.Function<PostSigningKey>().RunAsync(request, default));
    }

    private async Task<List<JsonElement>> ItemsAsync(string query) =>
        [.. (await AnswerAsync(_house.Function<GetSigningKeys>().RunAsync(Request("GET", "signing-keys", _key, query: query), default))).Body.GetProperty("items").EnumerateArray()];
}
