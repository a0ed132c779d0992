using StreamPlatform.Azure.Identity;

namespace StreamPlatform.Azure.Cosmos;

/// <summary>Which Cosmos DB database holds the documents, and who asks for them.</summary>
public sealed record CosmosSettings
{
    /// <summary>Setting: the account's address, https.</summary>
    public const string EndpointName = "Cosmos:Endpoint";

    /// <summary>Setting: the database in the account.</summary>
    public const string DatabaseName = "Cosmos:Database";

    /// <summary>Setting, optional: regions to read from, nearest first, with commas between. Without it the account's own order.</summary>
    public const string PreferredRegionsName = "Cosmos:PreferredRegions";

    public required Uri Endpoint { get; init; }
    public required string Database { get; init; }
    public IReadOnlyList<string> PreferredRegions { get; init; } = [];
    public string? ClientId { get; init; }

    /// <summary>Reads the settings; <paramref name="setting"/> takes names with <c>:</c> between their parts.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or malformed; the message names it.</exception>
    public static CosmosSettings Read(Func<string, string?> setting) => new()
    {
        Endpoint = Address(Required(setting, EndpointName, "the Cosmos DB account's address, https://….documents.azure.com:443/")),
        Database = Name(Required(setting, DatabaseName, "the name of the database in the Cosmos DB account")),
        PreferredRegions = Regions(Text(setting, PreferredRegionsName)),
        ClientId = Text(setting, AzureCredentials.ClientIdName),
    };

    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? address
            : throw new InvalidOperationException($"{Shown(EndpointName)} is not an https address: '{text}'.");

    private static string Name(string text) =>
        text.Length <= 255 && text.AsSpan().IndexOfAny("/\\?#") < 0
            ? text
            : throw new InvalidOperationException($"{Shown(DatabaseName)} can't name a Cosmos DB database: '{text}'.");

    private static string[] Regions(string? text)
    {
        var regions = text?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        return regions.Contains("")
            ? throw new InvalidOperationException($"{Shown(PreferredRegionsName)} has an empty region: '{text}'.")
            : regions;
    }

    private static string Required(Func<string, string?> setting, string name, string what) =>
        Text(setting, name) ?? throw new InvalidOperationException($"Set {Shown(name)} to {what}.");

    private static string? Text(Func<string, string?> setting, string name) =>
        setting(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>As it is written in the environment, where settings of a function app are.</summary>
    private static string Shown(string name) => name.Replace(":", "__", StringComparison.Ordinal);
}
