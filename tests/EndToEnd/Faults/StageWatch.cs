using System.Net.Http.Json;
using System.Text.Json;

namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>Sees what the platform does with which video, by the workflows that run: as an operator would.</summary>
internal sealed class StageWatch(Platform platform)
{
    /// <summary>Stages by asset; null while the platform doesn't answer.</summary>
    public async Task<ILookup<string, Stage>?> LookAsync()
    {
        using var client = platform.CreateClient();
        client.Timeout = TimeSpan.FromSeconds(5);
        client.DefaultRequestHeaders.Add("x-functions-key", platform.MasterKey);
        try
        {
            var running = await client.GetFromJsonAsync<List<Workflow>>(
                "/runtime/webhooks/durabletask/instances?runtimeStatus=Running,Pending&showInput=true&top=1000");
            return running!.Where(workflow => workflow.Input is not null).ToLookup(workflow => workflow.Input!.AssetId, StageOf);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or JsonException or System.Net.Sockets.SocketException)
        {
            return null;
        }
    }

    private static Stage StageOf(Workflow workflow) => workflow switch
    {
        { Name: not "ProcessAsset" } or { CustomStatus.Stage: "failed" or "stopped" } => Stage.Erasing,
        { CustomStatus.Stage: { } stage } => Enum.Parse<Stage>(stage, ignoreCase: true),
        _ => Stage.Preparing,
    };

    private sealed record Workflow(string Name, WorkflowInput? Input, WorkflowStatus? CustomStatus);

    private sealed record WorkflowInput(string AssetId);

    private sealed record WorkflowStatus(string Stage);
}
