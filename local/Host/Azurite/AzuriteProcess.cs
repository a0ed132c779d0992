using System.Text.Json;

namespace StreamPlatform.Local.Host.Azurite;

/// <summary>An Azurite that runs, as <c>azurite/process.json</c> records it.</summary>
/// <param name="Pid">Its process.</param>
/// <param name="StartTicks">When the process began (field 22 of <c>/proc/pid/stat</c>): tells it from a later one with its id.</param>
internal sealed record AzuriteProcess(int Pid, long StartTicks, int BlobPort, int QueuePort, int TablePort)
{
    private const string Account = AzuriteSupervisor.Account;

    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsRunning => ProcessFacts.StartTicks(Pid) == StartTicks;

    public static string RecordFile(DataFolder data) => Path.Combine(data.Azurite, "process.json");

    public static string KeyFile(DataFolder data) => Path.Combine(data.Keys, "storage.key");

    /// <summary>What the file says; null when it is missing or not whole.</summary>
    public static AzuriteProcess? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<AzuriteProcess>(File.ReadAllBytes(file));
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            return null;
        }
    }

    public string ConnectionString(string key) =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={key};BlobEndpoint=http://127.0.0.1:{BlobPort}/{Account};"
        + $"QueueEndpoint=http://127.0.0.1:{QueuePort}/{Account};TableEndpoint=http://127.0.0.1:{TablePort}/{Account};";
}
