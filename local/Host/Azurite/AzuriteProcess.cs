namespace StreamPlatform.Local.Host.Azurite;

/// <summary>An Azurite that runs, as <c>azurite/process.json</c> records it.</summary>
/// <param name="Pid">Its process.</param>
/// <param name="StartTicks">When the process began (field 22 of <c>/proc/pid/stat</c>): tells it from a later one with its id.</param>
internal sealed record AzuriteProcess(int Pid, long StartTicks, int BlobPort, int QueuePort, int TablePort);
