namespace StreamPlatform.Local.Model;

/// <summary>
/// Runs the function for each new version of a blob. The path is <c>container/pattern</c>; <c>{name}</c> parts match
/// and become binding data, <c>%name%</c> parts come from the settings.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BlobTriggerAttribute(string blobPath) : Attribute
{
    public string BlobPath { get; } = blobPath;

    /// <summary>The setting that holds the connection string; without one, <c>AzureWebJobsStorage</c>.</summary>
    public string? Connection { get; set; }

    public BlobTriggerSource Source { get; set; } = BlobTriggerSource.LogsAndContainerScan;
}
