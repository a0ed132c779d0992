using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Orchestrations.Search;

/// <inheritdoc cref="IIndexGenerations.BeginAsync"/>
public sealed class BeginSearchActivity(IIndexGenerations generations)
{
    public const string Name = "BeginSearch";

    [Function(Name)]
    public Task Run([ActivityTrigger] IndexGeneration input, FunctionContext context) => generations.BeginAsync(input, context.CancellationToken);
}
