using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Uploads;

/// <summary>Starts processing once for an instance id, however often it is asked to.</summary>
internal static class WorkflowStarts
{
    public static Task StartAsync(this DurableTaskClient client, ProcessingStart start, CancellationToken ct) =>
        client.StartOnceAsync(Workflows.ProcessAsset, start.InstanceId, start.Run, ct);
}
