using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Domain.Processing.Runs;

namespace StreamPlatform.Orchestrations.Processing.Activities;

/// <inheritdoc cref="PrepareExtension"/>
public sealed class PrepareExtensionActivity(PrepareExtension prepare)
{
    public const string Name = "PrepareExtension";

    [Function(Name)]
    public Task<PreparedRun> Run([ActivityTrigger] ExtensionRun input, FunctionContext context) =>
        prepare.ExecuteAsync(input, context.CancellationToken);
}
