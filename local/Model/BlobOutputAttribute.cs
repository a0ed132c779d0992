namespace StreamPlatform.Local.Model;

/// <summary>Writes the result, or one property of it, to a blob. The path may use binding data and settings.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class BlobOutputAttribute(string blobPath) : Attribute
{
    public string BlobPath { get; } = blobPath;

    public string? Connection { get; set; }
}
