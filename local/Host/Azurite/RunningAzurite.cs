namespace StreamPlatform.Local.Host.Azurite;

/// <summary>For other processes: how to reach the Azurite of a data folder.</summary>
public static class RunningAzurite
{
    /// <summary>Its connection string, or null when none runs (storage is stopped, or is an account of its own).</summary>
    public static string? ConnectionString(DataFolder data) =>
        AzuriteProcess.Read(AzuriteProcess.RecordFile(data)) is { IsRunning: true } process && File.Exists(AzuriteProcess.KeyFile(data))
            ? process.ConnectionString(Convert.ToBase64String(File.ReadAllBytes(AzuriteProcess.KeyFile(data))))
            : null;
}
