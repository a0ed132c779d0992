using StreamPlatform.Domain.Storage;
using StreamPlatform.Local.Host;
using StreamPlatform.Local.Host.Azurite;
using StreamPlatform.Storage;

namespace StreamPlatform.Local.Cli.Composition;

/// <summary>Blob storage of a data folder, from outside the platform's process.</summary>
internal static class RunningStorage
{
    /// <summary>Null when no Azurite runs for the folder.</summary>
    public static IBlobStore? Find(string dataFolder) =>
        Directory.Exists(dataFolder) && RunningAzurite.ConnectionString(new DataFolder(dataFolder)) is { } connection
            ? PlatformStorage.Create(new StorageSettings { ConnectionString = connection }).Blobs
            : null;
}
