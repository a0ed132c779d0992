using StreamPlatform.Domain.Social.Subscriptions;

namespace StreamPlatform.Orchestrations.Social;

/// <inheritdoc cref="TellSubscribers.StepAsync"/>
public sealed class TellSubscribersActivity(TellSubscribers tell)
{
    public const string Name = "TellSomeSubscribers";

    [Function(Name)]
    public Task<NewVideo?> Run([ActivityTrigger] NewVideo input, FunctionContext context) => tell.StepAsync(input, context.CancellationToken);
}
