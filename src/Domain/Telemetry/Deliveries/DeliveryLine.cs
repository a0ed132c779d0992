using System.Text.Json;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Telemetry.Ingest;
using StreamPlatform.Domain.Telemetry.Sessions;

namespace StreamPlatform.Domain.Telemetry.Deliveries;

/// <summary>
/// A part of a published video that was given to somebody, as the log of who gave it says: Azure Front Door's access log, whose form our own edge writes
/// too. Addresses and user agents are not looked at.
/// </summary>
/// <param name="SessionId">That the player named (CMCD); null where it didn't, or named one of its own.</param>
/// <param name="Bytes">Of the answer.</param>
public sealed record DeliveryLine(string AssetId, string? SessionId, long Bytes)
{
    public const int MaxLength = 64 << 10;

    private const string Category = "FrontDoorAccessLog", MediaPath = "/media/", CmcdName = "CMCD";

    /// <summary>Null of what is no such line, was given to another cache, failed, or is no media.</summary>
    public static DeliveryLine? Of(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root
                && Text(root, "category") is null or Category
                && root.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
                ? Of(properties)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DeliveryLine? Of(JsonElement properties)
    {
        if (Text(properties, "httpMethod") != "GET"
            || Text(properties, "httpStatusCode") is not ['2', _, _]
            || (properties.TryGetProperty("isReceivedFromClient", out var fromClient) && fromClient.ValueKind == JsonValueKind.False)
            || !Uri.TryCreate(Text(properties, "requestUri"), UriKind.Absolute, out var uri)
            || !uri.AbsolutePath.StartsWith(MediaPath, StringComparison.Ordinal))
        {
            return null;
        }

        var asset = uri.AbsolutePath[MediaPath.Length..].Split('/')[0];
        return OpaqueId.IsValid(asset, AssetIds.Prefix) && long.TryParse(Text(properties, "responseBytes"), out var bytes) && bytes >= 0
            ? new DeliveryLine(asset, SessionOf(uri.Query), bytes)
            : null;
    }

    private static string? SessionOf(string query)
    {
        foreach (var pair in query.TrimStart('?').Split('&'))
        {
            if (pair.StartsWith(CmcdName + "=", StringComparison.Ordinal)
                && Cmcd.Parse(Uri.UnescapeDataString(pair[(CmcdName.Length + 1)..])).TryGetValue("sid", out var session)
                && OpaqueId.IsValid(session, SessionClaims.IdPrefix))
            {
                return session;
            }
        }

        return null;
    }

    /// <summary>Logs write most numbers as text, and some not.</summary>
    private static string? Text(JsonElement element, string name) => !element.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : null;
}
