using Microsoft.Extensions.Logging;

namespace StreamPlatform.Azure.Playback;

internal static partial class Logs
{
    [LoggerMessage(LogLevel.Warning, "Key Vault does not answer; the signing keys that are known stay in use: {Reason}")]
    public static partial void VaultSilent(this ILogger logger, string reason);
}
