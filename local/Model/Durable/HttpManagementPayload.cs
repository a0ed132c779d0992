using System.Text.Json.Serialization;

namespace StreamPlatform.Local.Model;

/// <summary>The management URLs of one instance, to hand to whoever may watch and steer it.</summary>
public class HttpManagementPayload
{
    [JsonPropertyName("id")]
    public string? Id { get; internal set; }

    [JsonPropertyName("statusQueryGetUri")]
    public string? StatusQueryGetUri { get; internal set; }

    [JsonPropertyName("sendEventPostUri")]
    public string? SendEventPostUri { get; internal set; }

    [JsonPropertyName("terminatePostUri")]
    public string? TerminatePostUri { get; internal set; }

    [JsonPropertyName("purgeHistoryDeleteUri")]
    public string? PurgeHistoryDeleteUri { get; internal set; }

    [JsonPropertyName("suspendPostUri")]
    public string? SuspendPostUri { get; internal set; }

    [JsonPropertyName("resumePostUri")]
    public string? ResumePostUri { get; internal set; }
}
