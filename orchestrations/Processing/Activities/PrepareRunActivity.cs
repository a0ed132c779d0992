using StreamPlatform.Domain.Processing.Runs;

namespace StreamPlatform.Orchestrations.Processing.Activities;

/// <inheritdoc cref="PrepareRun"/>
public sealed class PrepareRunActivity(PrepareRun prepare)
{
    public const string Name = "PrepareRun";

    [Function(Name)]
    public Task<PreparedRun> Run([ActivityTrigger] PrepareRunInput input, FunctionContext context) =>
        prepare.ExecuteAsync(input.Run, input.Reprocess, context.CancellationToken);
}

/// <summary>See <see cref="PrepareRun"/>.</summary>
public sealed record PrepareRunInput(RunRef Run, bool Reprocess);
