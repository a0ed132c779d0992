using System.Text.Json;

namespace StreamPlatform.Local.Host.Invocation;

/// <summary>JSON of payloads and outputs, as the genuine worker reads and writes it by default.</summary>
internal static class WorkerJson
{
    public static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };
}
