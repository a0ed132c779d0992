namespace StreamPlatform.Local.Tests.Storage;

/// <summary>A path of its own, gone at the end.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"stream-{Guid.NewGuid():N}");

    public void Dispose() => File.Delete(Path);
}
