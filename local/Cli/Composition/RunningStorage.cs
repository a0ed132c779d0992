using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Local.Cli.Composition;

/// <summary>Blob storage of a data folder whose Azurite runs.</summary>
internal static class RunningStorage
{
    public static IBlobStore? Find(string dataFolder) => null;
}
