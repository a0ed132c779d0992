using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Functions.Processing;

/// <summary>Starts and nudges workflows so that doing it twice does it once.</summary>
internal static class WorkflowClients
{
    /// <summary>Starts the workflow unless an instance of this id exists, in whatever state.</summary>
    public static async Task StartOnceAsync(
        this DurableTaskClient client, string workflow, string instanceId, object input, CancellationToken ct)
    {
        // Scheduling again would replace an instance that has finished.
        if (await client.GetInstanceAsync(instanceId, false, ct) is not null)
        {
            return;
        }

        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                workflow, input, new StartOrchestrationOptions(instanceId), ct);
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            // Backends differ in how they say that someone else was faster; that it exists is all that counts.
            if (await client.GetInstanceAsync(instanceId, false, ct) is null)
            {
                throw;
            }
        }
    }

    /// <summary>Raises the event if the workflow still runs; true when it does.</summary>
    public static async Task<bool> TryRaiseAsync(
        this DurableTaskClient client, string instanceId, string name, object payload, CancellationToken ct)
    {
        var instance = await client.GetInstanceAsync(instanceId, false, ct);
        if (instance is null or { RuntimeStatus: not (OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Suspended) })
        {
            return false;
        }

        await client.RaiseEventAsync(instanceId, name, payload, ct);
        return true;
    }

    /// <summary>Makes the run's workflow look at its asset; erases the run in its place when the workflow is gone.</summary>
    public static async Task StopRunAsync(
        this DurableTaskClient client, string assetId, string? workflowId, string? runId, double leaseSeconds, CancellationToken ct)
    {
        var told = workflowId is not null && await client.TryRaiseAsync(workflowId, Workflows.Stop, "stop", ct);
        if (!told && runId is not null)
        {
            await client.StartOnceAsync(
                Workflows.EraseRun, Workflows.EraseRunId(assetId, runId), new RunErasure(assetId, runId, leaseSeconds), ct);
        }
    }
}
