namespace StreamPlatform.Domain.Uploads.Imports;

/// <summary>What servers say their files are. Only what can't be meant is refused: many say nothing, or the wrong thing.</summary>
internal static class MediaTypes
{
    private static readonly string[] NoFiles =
    [
        "application/xhtml+xml", "application/json", "application/problem+json", "application/xml", "application/rss+xml", "application/pdf", "application/zip",
        "application/javascript", "application/dash+xml", "application/vnd.apple.mpegurl", "application/x-mpegurl", "audio/mpegurl", "audio/x-mpegurl",
    ];

    /// <summary>It is a page, a text, a picture or a playlist.</summary>
    public static bool IsNoFile(string? mediaType) => mediaType is not null
        && (mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !mediaType.Equals("text/plain", StringComparison.OrdinalIgnoreCase)
            || mediaType.StartsWith("image/", StringComparison.OrdinalIgnoreCase) && !mediaType.Equals("image/gif", StringComparison.OrdinalIgnoreCase)
            || NoFiles.Contains(mediaType, StringComparer.OrdinalIgnoreCase));
}
