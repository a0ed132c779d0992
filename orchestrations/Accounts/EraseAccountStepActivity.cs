using StreamPlatform.Domain.Accounts.Deletion;

namespace StreamPlatform.Orchestrations.Accounts;

/// <inheritdoc cref="EraseAccount.StepAsync"/>
public sealed class EraseAccountStepActivity(EraseAccount erase)
{
    public const string Name = "EraseAccountStep";

    [Function(Name)]
    public Task<ErasureStep> Run([ActivityTrigger] AccountErasure input, FunctionContext context) => erase.StepAsync(input, context.CancellationToken);
}
