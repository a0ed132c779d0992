using System.Text.RegularExpressions;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Ingest;

/// <summary>What players say of errors, as it is kept: short, and without what addresses carry after their question mark, which may let one in.</summary>
internal static partial class ErrorMessages
{
    public static string? Shown(string? message)
    {
        if (message is null)
        {
            return null;
        }

        var shown = Query().Replace(message, "?…");
        return shown.Length <= PlaybackEvent.MaxMessageLength ? shown : shown[..(PlaybackEvent.MaxMessageLength - 1)] + "…";
    }

    [GeneratedRegex(@"\?[^\s""'<>]+", RegexOptions.CultureInvariant)]
    private static partial Regex Query();
}
