using StreamPlatform.Domain.Operations.Tiers;

namespace StreamPlatform.Orchestrations.Operations;

/// <inheritdoc cref="RecallMedia.BringBackAsync"/>
public sealed class BringBackMediaActivity(RecallMedia recall)
{
    public const string Name = "BringBackMedia";

    [Function(Name)]
    public Task<bool> Run([ActivityTrigger] string assetId, FunctionContext context) => recall.BringBackAsync(assetId, context.CancellationToken);
}
