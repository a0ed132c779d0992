namespace StreamPlatform.Infra.Tests;

/// <summary>A folder that is gone with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("infra-").FullName;

    public void Dispose() => Directory.Delete(Path, true);
}
