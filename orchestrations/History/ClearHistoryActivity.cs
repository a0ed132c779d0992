using StreamPlatform.Domain.History;

namespace StreamPlatform.Orchestrations.History;

/// <inheritdoc cref="ClearHistory.StepAsync"/>
public sealed class ClearHistoryActivity(ClearHistory clear)
{
    public const string Name = "ClearSomeHistory";

    [Function(Name)]
    public Task<bool> Run([ActivityTrigger] HistoryClearing input, FunctionContext context) => clear.StepAsync(input, context.CancellationToken);
}
