using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Orchestrations.Processing;

namespace StreamPlatform.Orchestrations.Accounts;

/// <summary>Erases an account, some at a time; its videos by the workflow that erases any. The custom status tells which part it is at.</summary>
public static class EraseAccountOrchestrator
{
    /// <summary>Steps until it begins again where it is, so that its history stays short.</summary>
    private const int StepsAtOnce = 50;

    [Function(AccountErasure.Workflow)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var left = context.GetInput<AccountErasure>()
            ?? throw new ArgumentException($"{AccountErasure.Workflow} needs an {nameof(AccountErasure)}.");
        for (var steps = 0; steps < StepsAtOnce; steps++)
        {
            var step = await context.CallActivityAsync<ErasureStep>(EraseAccountStepActivity.Name, left, Retries.Patient);
            if (step.Next is not { } next)
            {
                return;
            }

            await Task.WhenAll(step.Assets.Select(asset => context.CallSubOrchestratorAsync(Workflows.EraseAsset, new AssetErasure(asset))));
            left = next;
            context.SetCustomStatus(left.Part);
        }

        context.ContinueAsNew(left);
    }
}
