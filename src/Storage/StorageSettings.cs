namespace StreamPlatform.Storage;

/// <summary>Where blob and queue storage is and how to be let in, by the names the Functions host uses.</summary>
public sealed record StorageSettings
{
    /// <summary>Setting: a connection string with an account key (Azurite), or the prefix of the identity settings.</summary>
    public const string Connection = "AzureWebJobsStorage";

    /// <summary>
    /// Setting: the prefix of where the account of uploads, work and queues is, when it isn't the one that the Functions host
    /// keeps its own in. The identity is the same.
    /// </summary>
    public const string ContentConnection = "ContentStorage";

    /// <summary>Setting: the prefix of where the account of the media container is.</summary>
    public const string MediaConnection = "MediaStorage";

    /// <summary>Setting: the base URL that players fetch media by.</summary>
    public const string DeliveryUrlName = "StreamPlatform:DeliveryUrl";

    /// <summary>Setting: the base URL other machines reach the platform by.</summary>
    public const string PublicUrlName = "StreamPlatform:PublicUrl";

    /// <summary>Connection string; null when <see cref="BlobServiceUri"/> and an identity are used.</summary>
    public string? ConnectionString { get; init; }

    public Uri? BlobServiceUri { get; init; }
    public Uri? QueueServiceUri { get; init; }

    /// <summary>The account of the media container, which has directories; null when it lies with the other containers.</summary>
    public Uri? MediaServiceUri { get; init; }

    /// <summary>Client id of the user-assigned managed identity; null for whatever identity the machine offers.</summary>
    public string? ClientId { get; init; }

    /// <summary>True when <c>credential</c> says <c>managedidentity</c>: no other kind of credential is tried then.</summary>
    public bool ManagedIdentityOnly { get; init; }

    /// <summary>
    /// Base URL that upload URLs carry instead of storage's own, for storage that only the platform's edge can reach.
    /// </summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Base URL of the media container through the CDN; null when players fetch from storage.</summary>
    public Uri? DeliveryUrl { get; init; }

    /// <summary>Reads the settings; <paramref name="setting"/> takes names with <c>:</c> between their parts.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or malformed; the message names it.</exception>
    public static StorageSettings Read(Func<string, string?> setting)
    {
        var settings = new StorageSettings
        {
            ConnectionString = Text(setting, Connection),
            BlobServiceUri = Url(setting, $"{ContentConnection}:blobServiceUri") ?? Url(setting, $"{Connection}:blobServiceUri"),
            QueueServiceUri = Url(setting, $"{ContentConnection}:queueServiceUri") ?? Url(setting, $"{Connection}:queueServiceUri"),
            MediaServiceUri = Url(setting, $"{MediaConnection}:blobServiceUri"),
            ClientId = Text(setting, $"{Connection}:clientId"),
            ManagedIdentityOnly = string.Equals(
                setting($"{Connection}:credential"), "managedidentity", StringComparison.OrdinalIgnoreCase),
            PublicUrl = Url(setting, PublicUrlName),
            DeliveryUrl = Url(setting, DeliveryUrlName) is { } delivery ? new Uri($"{delivery.AbsoluteUri.TrimEnd('/')}/") : null,
        };
        if (settings.ConnectionString is null && (settings.BlobServiceUri is null || settings.QueueServiceUri is null))
        {
            throw new InvalidOperationException(
                $"Set {Connection} to a storage connection string, or {Connection}__blobServiceUri and {Connection}__queueServiceUri to the account's addresses.");
        }

        return settings;
    }

    /// <summary>Reads the settings from environment variables, without building a configuration.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or malformed; the message names it.</exception>
    public static StorageSettings FromEnvironment() =>
        Read(name => Environment.GetEnvironmentVariable(name.Replace(":", "__", StringComparison.Ordinal)));

    private static string? Text(Func<string, string?> setting, string name) =>
        setting(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    private static Uri? Url(Func<string, string?> setting, string name) => Text(setting, name) switch
    {
        null => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" => uri,
        var text => throw new InvalidOperationException($"{name.Replace(":", "__", StringComparison.Ordinal)} is not an http or https URL: '{text}'."),
    };
}
