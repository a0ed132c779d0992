using System.Text.Json;

namespace StreamPlatform.Domain.Telemetry.Ingest;

/// <summary>Texts as clients write them: one that was cut within a character is valid JSON, and no Unicode.</summary>
internal static class JsonTexts
{
    /// <summary>The text at which <paramref name="json"/> stands; null when it is none.</summary>
    public static string? TryRead(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
