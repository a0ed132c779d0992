using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Domain.Processing.Runs;

namespace StreamPlatform.Orchestrations.Processing.Activities;

/// <inheritdoc cref="EndExtension"/>
public sealed class EndExtensionActivity(EndExtension end)
{
    public const string Name = "EndExtension";

    [Function(Name)]
    public Task<RunVerdict> Run([ActivityTrigger] FailRunInput input, FunctionContext context) =>
        end.ExecuteAsync(input.Run, input.Failure, context.CancellationToken);
}
