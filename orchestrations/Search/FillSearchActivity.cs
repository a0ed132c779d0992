using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Orchestrations.Search;

/// <inheritdoc cref="FillSearch"/>
public sealed class FillSearchActivity(FillSearch fill)
{
    public const string Name = "FillSearch";

    [Function(Name)]
    public Task<FilledPage?> Run([ActivityTrigger] FillRequest input, FunctionContext context) => fill.ExecuteAsync(input, context.CancellationToken);
}
