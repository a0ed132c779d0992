using StreamPlatform.Storage;

namespace StreamPlatform.Local.Tests.Storage;

public sealed class StorageSettingsTests
{
    private static StorageSettings Read(params (string Name, string Value)[] settings) =>
        StorageSettings.Read(name => settings.FirstOrDefault(setting => setting.Name == name).Value);

    [Fact]
    public void Without_any_account_the_message_names_the_settings() =>
        Assert.Contains("AzureWebJobsStorage__blobServiceUri", Assert.Throws<InvalidOperationException>(() => Read()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_malformed_address_is_refused_by_its_name() => Assert.Contains(
        "StreamPlatform__PublicUrl",
        Assert.Throws<InvalidOperationException>(() => Read(("AzureWebJobsStorage", "UseDevelopmentStorage=true"), ("StreamPlatform:PublicUrl", "video.example"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void An_identity_needs_no_connection_string()
    {
        var settings = Read(
            ("AzureWebJobsStorage:blobServiceUri", "https://account.blob.core.windows.net"),
            ("AzureWebJobsStorage:queueServiceUri", "https://account.queue.core.windows.net"),
            ("AzureWebJobsStorage:credential", "managedidentity"),
            ("AzureWebJobsStorage:clientId", "11111111-2222-3333-4444-555555555555"));
        Assert.True(settings.ManagedIdentityOnly);
        Assert.Equal("account", PlatformStorage.Create(settings).BlobService.AccountName);
    }

    /// <summary>In a region that only answers, the host keeps its own beside it, and videos are where they are.</summary>
    [Fact]
    public void Content_may_be_in_another_account_than_what_the_host_keeps()
    {
        var settings = Read(
            ("AzureWebJobsStorage:blobServiceUri", "https://host.blob.core.windows.net"),
            ("AzureWebJobsStorage:queueServiceUri", "https://host.queue.core.windows.net"),
            ("ContentStorage:blobServiceUri", "https://content.blob.core.windows.net"),
            ("ContentStorage:queueServiceUri", "https://content.queue.core.windows.net"),
            ("AzureWebJobsStorage:credential", "managedidentity"));
        Assert.Equal("content", PlatformStorage.Create(settings).BlobService.AccountName);
        Assert.Equal(new Uri("https://content.queue.core.windows.net"), settings.QueueServiceUri);
    }
}
