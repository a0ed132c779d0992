using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Orchestrations.Search;

/// <inheritdoc cref="IIndexGenerations.SwitchAsync"/>
public sealed class SwitchSearchActivity(IIndexGenerations generations)
{
    public const string Name = "SwitchSearch";

    [Function(Name)]
    public Task<bool> Run([ActivityTrigger] IndexGeneration input, FunctionContext context) => generations.SwitchAsync(input, context.CancellationToken);
}
