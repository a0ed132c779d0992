using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Functions.Uploads;

/// <summary>Starts processing once for an instance id, however often it is asked to.</summary>
internal static class WorkflowStarts
{
    public static async Task StartAsync(this DurableTaskClient client, ProcessingStart start, CancellationToken ct)
    {
        // Scheduling again would replace an instance that has finished.
        if (await client.GetInstanceAsync(start.InstanceId, false, ct) is not null)
        {
            return;
        }

        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                Workflows.ProcessAsset, start.Run, new StartOrchestrationOptions(start.InstanceId), ct);
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            // Backends differ in how they say that another event was faster; that it exists is all that counts.
            if (await client.GetInstanceAsync(start.InstanceId, false, ct) is null)
            {
                throw;
            }
        }
    }
}
