using StreamPlatform.Domain.Search;
using StreamPlatform.Domain.Telemetry.Truth;

namespace StreamPlatform.Orchestrations.Telemetry;

/// <summary>Counts the views of a part of an hour's videos, and has those found anew whose counts are others than before.</summary>
public sealed class CountViewsActivity(CountViews count, IndexVideo index)
{
    public const string Name = "CountViews";

    [Function(Name)]
    public async Task<int> Run([ActivityTrigger] JudgeStep input, FunctionContext context)
    {
        var others = await count.StepAsync(input, context.CancellationToken);
        foreach (var asset in others)
        {
            await index.ExecuteAsync(asset, context.CancellationToken);
        }

        return others.Count;
    }
}
