using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Runs;

namespace StreamPlatform.Orchestrations.Processing.Activities;

/// <inheritdoc cref="FailRun"/>
public sealed class FailRunActivity(FailRun fail)
{
    public const string Name = "FailRun";

    [Function(Name)]
    public Task<RunVerdict> Run([ActivityTrigger] FailRunInput input, FunctionContext context) =>
        fail.ExecuteAsync(input.Run, input.Failure, context.CancellationToken);
}

/// <summary>Why the run can't succeed.</summary>
public sealed record FailRunInput(RunRef Run, AssetFailure Failure);
