using System.Text;
using System.Text.Json;

namespace StreamPlatform.Local.Durable;

/// <summary>Payloads as the genuine worker writes them: System.Text.Json, names as they are, read without regard to case.</summary>
internal static class DurableJson
{
    /// <summary>The Durable Task Scheduler refuses payloads over 1 MB, so this engine does too.</summary>
    public const int MaxPayloadBytes = 1024 * 1024;

    public static JsonSerializerOptions Options { get; } = new() { PropertyNameCaseInsensitive = true };

    /// <exception cref="PayloadTooLargeException">The JSON is over <see cref="MaxPayloadBytes"/>.</exception>
    public static string? Write(object? value, string what)
    {
        if (value is null)
            return null;
        var json = JsonSerializer.Serialize(value, Options);
        return json.Length <= MaxPayloadBytes / 3 || Encoding.UTF8.GetByteCount(json) <= MaxPayloadBytes
            ? json
            : throw new PayloadTooLargeException(what, Encoding.UTF8.GetByteCount(json));
    }

    public static T? Read<T>(string? json) => json is null ? default : JsonSerializer.Deserialize<T>(json, Options);

    public static TaskFailureDetails ReadFailure(string? json) =>
        Read<TaskFailureDetails>(json) ?? new TaskFailureDetails("Unknown", "No details were recorded.", null, null);
}
