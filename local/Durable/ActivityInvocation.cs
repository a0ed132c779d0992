using System.Text.Json;

namespace StreamPlatform.Local.Durable;

/// <summary>One run of an activity. It may be run again after a crash, with the same values.</summary>
/// <param name="InstanceId">The orchestration that called it.</param>
/// <param name="TaskId">The call's number within the orchestration.</param>
/// <param name="Name">The activity's name.</param>
/// <param name="SerializedInput">The input as JSON; null if there is none.</param>
public sealed record ActivityInvocation(string InstanceId, int TaskId, string Name, string? SerializedInput)
{
    public T? GetInput<T>() => DurableJson.Read<T>(SerializedInput);

    public object? GetInput(Type type) =>
        SerializedInput is null ? null : JsonSerializer.Deserialize(SerializedInput, type, DurableJson.Options);
}
