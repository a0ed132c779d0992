using StreamPlatform.Domain.Processing.Runs;

namespace StreamPlatform.Orchestrations.Processing.Activities;

/// <inheritdoc cref="SweepRun"/>
public sealed class SweepRunActivity(SweepRun sweep)
{
    public const string Name = "SweepRun";

    [Function(Name)]
    public Task<RunSweep> Run([ActivityTrigger] SweepRunInput input, FunctionContext context) =>
        sweep.ExecuteAsync(input.Run, input.RunId, input.Open, context.CancellationToken);
}

/// <summary>The items still waited for.</summary>
public sealed record SweepRunInput(RunRef Run, string RunId, IReadOnlyList<OpenItem> Open);
