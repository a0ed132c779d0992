using StreamPlatform.Azure.Cosmos;

namespace StreamPlatform.Azure.Tests.Cosmos;

public sealed class CosmosSettingsTests
{
    private readonly Dictionary<string, string?> _settings = new()
    {
        ["Cosmos:Endpoint"] = "https://account.documents.azure.com:443/",
        ["Cosmos:Database"] = "streamplatform",
    };

    [Fact]
    public void Endpoint_and_database_are_enough()
    {
        var settings = Read();

        Assert.Equal("https://account.documents.azure.com/", settings.Endpoint.AbsoluteUri);
        Assert.Equal("streamplatform", settings.Database);
        Assert.Empty(settings.PreferredRegions);
        Assert.Null(settings.ClientId);
    }

    [Fact]
    public void Regions_and_the_identity_are_taken_when_given()
    {
        _settings["Cosmos:PreferredRegions"] = "West Europe, North Europe";
        _settings["AZURE_CLIENT_ID"] = "11111111-2222-3333-4444-555555555555";

        var settings = Read();

        Assert.Equal(["West Europe", "North Europe"], settings.PreferredRegions);
        Assert.Equal("11111111-2222-3333-4444-555555555555", settings.ClientId);
    }

    [Theory]
    [InlineData("Cosmos:Endpoint", null, "Cosmos__Endpoint")]
    [InlineData("Cosmos:Endpoint", "  ", "Cosmos__Endpoint")]
    [InlineData("Cosmos:Endpoint", "http://account.documents.azure.com", "Cosmos__Endpoint")]
    [InlineData("Cosmos:Endpoint", "account", "Cosmos__Endpoint")]
    [InlineData("Cosmos:Database", null, "Cosmos__Database")]
    [InlineData("Cosmos:Database", "a/b", "Cosmos__Database")]
    [InlineData("Cosmos:PreferredRegions", "West Europe,,North Europe", "Cosmos__PreferredRegions")]
    public void A_setting_that_can_not_be_meant_is_named(string name, string? value, string told)
    {
        _settings[name] = value;

        Assert.Contains(told, Assert.Throws<InvalidOperationException>(Read).Message, StringComparison.Ordinal);
    }

    private CosmosSettings Read() => CosmosSettings.Read(name => _settings.GetValueOrDefault(name));
}
