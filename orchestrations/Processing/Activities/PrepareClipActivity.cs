using StreamPlatform.Domain.Processing.Clips;
using StreamPlatform.Domain.Processing.Runs;

namespace StreamPlatform.Orchestrations.Processing.Activities;

/// <inheritdoc cref="PrepareClip"/>
public sealed class PrepareClipActivity(PrepareClip prepare)
{
    public const string Name = "PrepareClip";

    [Function(Name)]
    public Task<PreparedRun> Run([ActivityTrigger] ClipRun input, FunctionContext context) =>
        prepare.ExecuteAsync(input, context.CancellationToken);
}
