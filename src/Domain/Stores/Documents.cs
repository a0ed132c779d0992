using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Domain.Webhooks;

namespace StreamPlatform.Domain.Stores;

/// <summary>Every kind of document, with the upcasters that lift what older releases wrote. Most have one version so far.</summary>
public static class Documents
{
    /// <summary>Until version 2 there was no visibility: what had a public playback ID played for whoever had the address, and was found by nobody.</summary>
    public static Document<Asset> Assets { get; } = new("asset", asset => asset["visibility"] = "unlisted");

    public static Document<Upload> Uploads { get; } = new("upload");
    public static Document<ApiKey> ApiKeys { get; } = new("API key");
    public static Document<EncodingDefaults> EncodingDefaults { get; } = new("encoding default");
    public static Document<WebhookEndpoint> Webhooks { get; } = new("webhook");
    public static Document<WebhookDelivery> WebhookDeliveries { get; } = new("webhook delivery");
    public static Document<UsageEntry> Usage { get; } = new("usage entry");
}
