using StreamPlatform.Domain;

namespace StreamPlatform.Local.Stores;

/// <summary>A new ETag a write: random, so that one from before a restore from backup never fits by accident.</summary>
internal static class ETags
{
    public static string New() => OpaqueId.New("v");
}
