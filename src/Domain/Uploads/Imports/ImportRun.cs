namespace StreamPlatform.Domain.Uploads.Imports;

/// <summary>Input of the <c>ImportFile</c> workflow.</summary>
public sealed record ImportRun(string OwnerId, string UploadId)
{
    public const string Workflow = "ImportFile";

    public string InstanceId => $"import-{UploadId}";
}

/// <summary>What comes after a part.</summary>
/// <param name="PauseSeconds">Until the next; null when there is none.</param>
public sealed record ImportStep(double? PauseSeconds)
{
    public static ImportStep Over { get; } = new((double?)null);

    public static ImportStep Next { get; } = new(0);
}
