namespace StreamPlatform.Local.Model;

/// <summary>Gives the function a blob. The path may use binding data (<c>{name}</c>) and settings (<c>%name%</c>).</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BlobInputAttribute(string blobPath) : Attribute
{
    public string BlobPath { get; } = blobPath;

    public string? Connection { get; set; }
}
