using System.Text.Json;
using System.Text.Json.Serialization;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>The object that <c>stream publish --json</c> prints for a file.</summary>
internal sealed record Published(
    string? AssetId,
    string Status,
    string? WatchUrl,
    string? HlsUrl,
    string? DashUrl,
    IReadOnlyList<JsonElement>? Renditions,
    PublishedSeconds? Seconds,
    PublishedError? Error)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };

    /// <summary>One object a file, one a line.</summary>
    public static IReadOnlyList<Published> Parse(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => JsonSerializer.Deserialize<Published>(line, Options)!)];
}

internal sealed record PublishedSeconds(double? Upload, double? FirstPlayable, double? Ready);

internal sealed record PublishedError(string Code, string Message);
