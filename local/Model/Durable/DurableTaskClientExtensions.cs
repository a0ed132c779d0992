namespace StreamPlatform.Local.Model;

/// <summary>The management URLs of instances.</summary>
public static class DurableTaskClientExtensions
{
    /// <exception cref="InvalidOperationException">The client is not bound to a host with a management API.</exception>
    public static HttpManagementPayload CreateHttpManagementPayload(this DurableTaskClient client, string instanceId)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var endpoint = client.Management
            ?? throw new InvalidOperationException("This client is not bound to a host with a management API.");
        var instance = $"{endpoint.BaseUrl.ToString().TrimEnd('/')}/instances/{Uri.EscapeDataString(instanceId)}";
        var code = $"code={Uri.EscapeDataString(endpoint.Code)}";
        return new HttpManagementPayload
        {
            Id = instanceId,
            StatusQueryGetUri = $"{instance}?{code}",
            PurgeHistoryDeleteUri = $"{instance}?{code}",
            SendEventPostUri = $"{instance}/raiseEvent/{{eventName}}?{code}",
            TerminatePostUri = $"{instance}/terminate?reason={{text}}&{code}",
            SuspendPostUri = $"{instance}/suspend?reason={{text}}&{code}",
            ResumePostUri = $"{instance}/resume?reason={{text}}&{code}",
        };
    }
}
