using StreamPlatform.Domain.Processing.Economy;

namespace StreamPlatform.Orchestrations.Processing.Activities;

/// <inheritdoc cref="WeighTitle"/>
public sealed class WeighTitleActivity(WeighTitle weigh)
{
    public const string Name = "WeighTitle";

    [Function(Name)]
    public Task<EconomyDecision> Run([ActivityTrigger] TitleVelocity input, FunctionContext context) =>
        weigh.ExecuteAsync(input, context.CancellationToken);
}
