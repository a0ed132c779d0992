using StreamPlatform.Domain.Uploads.Imports;

namespace StreamPlatform.Orchestrations.Uploads;

/// <inheritdoc cref="ImportPart"/>
public sealed class FetchPartActivity(ImportPart part)
{
    public const string Name = "FetchPart";

    [Function(Name)]
    public Task<ImportStep> Run([ActivityTrigger] ImportRun input, FunctionContext context) => part.ExecuteAsync(input, context.CancellationToken);
}
