using StreamPlatform.Azure.Identity;

namespace StreamPlatform.Azure.Search;

/// <summary>Which AI Search service has the indexes, and who asks.</summary>
public sealed record AiSearchSettings(Uri Endpoint, string Index, IReadOnlyList<string> PublicIndexes, string? ClientId)
{
    /// <summary>Setting: the service's address, https.</summary>
    public const string EndpointName = "Search:Endpoint";

    /// <summary>Setting: the index of what owners find of theirs.</summary>
    public const string IndexName = "Search:Index";

    /// <summary>Setting: the index of what anybody finds; with commas, all of them are written and the first answers.</summary>
    public const string PublicIndexName = "Search:PublicIndex";

    /// <summary>Reads the settings; <paramref name="setting"/> takes names with <c>:</c> between their parts.</summary>
    /// <exception cref="InvalidOperationException">One is missing or malformed; the message names it.</exception>
    public static AiSearchSettings Read(Func<string, string?> setting) => setting(EndpointName) switch
    {
        { } text when Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps => new(
            uri,
            setting(IndexName) is { Length: > 0 } index ? index : throw new InvalidOperationException("Set Search__Index to the name of the index of videos."),
            setting(PublicIndexName)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } indexes
                ? indexes
                : throw new InvalidOperationException("Set Search__PublicIndex to the name of the index of public videos."),
            setting(AzureCredentials.ClientIdName) is { Length: > 0 } id ? id : null),
        null or "" => throw new InvalidOperationException("Set Search__Endpoint to the search service's address, https://….search.windows.net."),
        var text => throw new InvalidOperationException($"Search__Endpoint is not an https address: '{text}'."),
    };
}
