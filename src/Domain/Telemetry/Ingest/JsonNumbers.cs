using System.Text.Json;

namespace StreamPlatform.Domain.Telemetry.Ingest;

/// <summary>Numbers as clients write them: whole ones may come with a fraction, as clocks of browsers have it.</summary>
internal static class JsonNumbers
{
    /// <summary>The year 2286, in milliseconds since 1970.</summary>
    public const long LatestTime = 9_999_999_999_999;

    /// <summary>The number at which <paramref name="json"/> stands, rounded; false when it is none, or not in range.</summary>
    public static bool TryRead(ref Utf8JsonReader json, long least, long most, out long number)
    {
        number = 0;
        if (json.TokenType != JsonTokenType.Number)
        {
            return false;
        }

        if (!json.TryGetInt64(out number))
        {
            if (!json.TryGetDouble(out var fraction) || !(fraction >= least && fraction <= most))
            {
                return false;
            }

            number = (long)Math.Round(fraction);
        }

        return number >= least && number <= most;
    }

    /// <summary>The same, with its fraction.</summary>
    public static bool TryRead(ref Utf8JsonReader json, double least, double most, out double number)
    {
        number = 0;
        return json.TokenType == JsonTokenType.Number && json.TryGetDouble(out number) && number >= least && number <= most;
    }
}
