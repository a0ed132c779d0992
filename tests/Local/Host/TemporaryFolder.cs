namespace StreamPlatform.Local.Tests.Host;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("stream-host-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
