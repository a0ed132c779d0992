namespace StreamPlatform.Domain.Storage;

/// <summary>Where a blob lives: a container of <see cref="Containers"/> and a name inside it, <c>/</c>-separated.</summary>
public sealed record BlobPath(string Container, string Name)
{
    public override string ToString() => $"{Container}/{Name}";
}
