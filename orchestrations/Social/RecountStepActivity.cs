using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Social.Marking;

namespace StreamPlatform.Orchestrations.Social;

/// <inheritdoc cref="Recount.StepAsync"/>
public sealed class RecountStepActivity(Recount recount, ILogger<RecountStepActivity> logger)
{
    public const string Name = "RecountStep";

    [Function(Name)]
    public async Task<RecountFound> Run([ActivityTrigger] RecountStep input, FunctionContext context)
    {
        var found = await recount.StepAsync(input, context.CancellationToken);
        foreach (var drift in found.Drifts)
        {
            logger.CountDrifted(drift.Where, drift.Value, drift.Told, drift.True);
        }

        return found;
    }
}
