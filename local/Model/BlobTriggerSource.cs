namespace StreamPlatform.Local.Model;

/// <summary>How new blobs are noticed.</summary>
public enum BlobTriggerSource
{
    /// <summary>Storage logs and a scan of the container: may be minutes late on Azure.</summary>
    LogsAndContainerScan = 0,

    /// <summary>Events of the storage account.</summary>
    EventGrid = 1,
}
