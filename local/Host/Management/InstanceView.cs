using System.Text.Json.Nodes;
using StreamPlatform.Local.Durable;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Host.Management;

/// <summary>An instance as the management API shows it; names and states as on the Functions host.</summary>
internal static class InstanceView
{
    public static JsonObject Of(OrchestrationMetadata instance, bool showInput) => new()
    {
        ["name"] = instance.Name,
        ["instanceId"] = instance.InstanceId,
        ["runtimeStatus"] = instance.RuntimeStatus.ToString(),
        ["input"] = showInput ? Parse(instance.SerializedInput) : null,
        ["customStatus"] = Parse(instance.SerializedCustomStatus),
        ["output"] = Parse(instance.SerializedOutput) ?? (JsonNode?)instance.FailureDetails?.ErrorMessage,
        ["createdTime"] = instance.CreatedAt,
        ["lastUpdatedTime"] = instance.LastUpdatedAt,
    };

    public static JsonArray Of(IEnumerable<HistoryEvent> history, bool showPayloads) => new([.. history.Select(one => new JsonObject
    {
        ["eventType"] = one.Kind.ToString(),
        ["timestamp"] = new DateTimeOffset(one.Time, TimeSpan.Zero),
        ["eventId"] = one.TaskId,
        ["name"] = one.Name,
        ["instanceId"] = one.Target,
        ["payload"] = showPayloads ? Parse(one.Payload) : null,
    })]);

    private static JsonNode? Parse(string? json) => json is null ? null : JsonNode.Parse(json);
}
