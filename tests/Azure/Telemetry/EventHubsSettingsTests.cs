using StreamPlatform.Azure.Telemetry;

namespace StreamPlatform.Azure.Tests.Telemetry;

public sealed class EventHubsSettingsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hub")]
    [InlineData("https://hub.example.com")]
    public void A_namespace_that_is_none_is_told_by_the_name_of_its_setting(string? name) =>
        Assert.Contains("EventHub__fullyQualifiedNamespace", Assert.Throws<InvalidOperationException>(() => EventHubsSettings.Read(_ => name)).Message, StringComparison.Ordinal);
}
