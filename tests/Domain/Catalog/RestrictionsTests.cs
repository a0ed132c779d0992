using System.Text.Json;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Catalog.Restrictions;

namespace StreamPlatform.Domain.Tests.Catalog;

public sealed class RestrictionsTests : IAsyncLifetime
{
    private readonly House _house = new();
    private string _assetId = "";

    public async Task InitializeAsync() => _assetId = (await _house.OpenAsync()).AssetId;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Theory]
    [InlineData("", "", null, true)]
    [InlineData("", "", "DE", true)]
    [InlineData("DE FR", "", "FR", true)]
    [InlineData("DE FR", "", "AT", false)]
    [InlineData("DE FR", "", null, false)]
    [InlineData("", "RU", "RU", false)]
    [InlineData("", "RU", "DE", true)]
    [InlineData("", "RU", null, true)]
    [InlineData("DE", "DE", "DE", false)]
    public void Where_nobody_knows_a_viewer_to_be_is_nowhere_allowed_and_nowhere_denied(string allowed, string denied, string? country, bool plays) =>
        Assert.Equal(plays, new ViewingRestrictions { AllowedCountries = ListOf(allowed), DeniedCountries = ListOf(denied) }.PlaysIn(country));

    [Theory]
    [InlineData("", null, true)]
    [InlineData("example.com", "example.com", true)]
    [InlineData("example.com", "www.example.com", false)]
    [InlineData("example.com", "example.com.evil.org", false)]
    [InlineData("example.com", null, false)]
    [InlineData("*.example.com", "www.example.com", true)]
    [InlineData("*.example.com", "a.b.example.com", true)]
    [InlineData("*.example.com", "example.com", false)]
    [InlineData("*.example.com", ".example.com", false)]
    [InlineData("*.example.com", "notexample.com", false)]
    [InlineData("example.com *.example.org", "www.example.org", true)]
    public void A_pattern_is_a_host_or_all_below_one(string patterns, string? host, bool plays) =>
        Assert.Equal(plays, new ViewingRestrictions { AllowedOrigins = ListOf(patterns) }.PlaysOn(host));

    [Fact]
    public async Task They_are_written_as_they_are_compared_and_go_when_nothing_is_left()
    {
        var asset = (await EditAsync("""{"restrictions": {"allowedCountries": ["de", "DE", " fr "], "allowedOrigins": ["WWW.Example.com", "*.example.org", "localhost"]}}""")).Value.Value;
        Assert.Equal(["DE", "FR"], asset.Restrictions!.AllowedCountries);
        Assert.Equal(["www.example.com", "*.example.org", "localhost"], asset.Restrictions.AllowedOrigins);

        var etag = (await EditAsync("""{"restrictions": {"allowedCountries": ["DE", "FR"]}}""")).Value.ETag;
        Assert.Equal(etag, (await EditAsync("""{"restrictions": {}}""")).Value.ETag);

        Assert.Empty((await EditAsync("""{"restrictions": {"allowedCountries": null}}""")).Value.Value.Restrictions!.AllowedCountries);
        Assert.Null((await EditAsync("""{"restrictions": {"allowedOrigins": []}}""")).Value.Value.Restrictions);
        await EditAsync("""{"restrictions": {"deniedCountries": ["RU"]}}""");
        Assert.Null((await EditAsync("""{"restrictions": null}""")).Value.Value.Restrictions);
    }

    [Theory]
    [InlineData("""{"allowedCountries": ["XX"]}""", "asset.countries_invalid")]
    [InlineData("""{"deniedCountries": ["DEU"]}""", "asset.countries_invalid")]
    [InlineData("""{"deniedCountries": [null]}""", "asset.countries_invalid")]
    [InlineData("""{"allowedOrigins": ["https://example.com"]}""", "asset.origins_invalid")]
    [InlineData("""{"allowedOrigins": ["example.com:8080"]}""", "asset.origins_invalid")]
    [InlineData("""{"allowedOrigins": ["*"]}""", "asset.origins_invalid")]
    [InlineData("""{"allowedOrigins": ["*.com"]}""", "asset.origins_invalid")]
    [InlineData("""{"allowedOrigins": ["www.*.com"]}""", "asset.origins_invalid")]
    [InlineData("""{"allowedOrigins": ["-a.com"]}""", "asset.origins_invalid")]
    [InlineData("""{"allowedOrigins": [""]}""", "asset.origins_invalid")]
    public async Task What_is_no_country_or_no_host_is_refused(string restrictions, string code) =>
        Assert.Equal(code, (await EditAsync($$"""{"restrictions": {{restrictions}}}""")).Error?.Code);

    [Fact]
    public async Task Lists_are_bounded()
    {
        var most = Enumerable.Range(0, RestrictionsChange.MaxOrigins).Select(n => (string?)$"host{n}.example.com").ToList();

        Assert.True((await EditAsync(new AssetChange { Restrictions = new RestrictionsChange { AllowedOrigins = most } })).Succeeded);
        Assert.Equal("asset.origins_invalid", (await EditAsync(new AssetChange { Restrictions = new RestrictionsChange { AllowedOrigins = most.Append("one.more").ToList() } })).Error?.Code);
        Assert.Equal("asset.countries_invalid", (await EditAsync(new AssetChange { Restrictions = new RestrictionsChange { AllowedCountries = Enumerable.Repeat("DE", CountryCode.Count + 1).ToList<string?>() } })).Error?.Code);
        Assert.Equal(249, CountryCode.Count);
    }

    private static string[] ListOf(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private Task<Result<Stored<Asset>>> EditAsync(string change) => EditAsync(JsonSerializer.Deserialize<AssetChange>(change, DomainJson.Options)!);

    private Task<Result<Stored<Asset>>> EditAsync(AssetChange change) => _house.Get<EditAsset>().ExecuteAsync(_house.Owner, _assetId, change, null, default);
}
