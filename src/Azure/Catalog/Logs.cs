using Microsoft.Extensions.Logging;

namespace StreamPlatform.Azure.Catalog;

internal static partial class Logs
{
    [LoggerMessage(1, LogLevel.Warning, "A {Kind} pointer to asset {AssetId}, which no longer needs it, could not be removed; readers see through it.")]
    public static partial void PointerLeft(ILogger logger, Exception error, string kind, string assetId);
}
