using StreamPlatform.Domain.Catalog.Timers;

namespace StreamPlatform.Orchestrations.Catalog;

/// <inheritdoc cref="ReleaseAsset.ExecuteAsync"/>
public sealed class ReleaseAssetActivity(ReleaseAsset release)
{
    public const string Name = "ReleaseAssetNow";

    [Function(Name)]
    public Task Run([ActivityTrigger] ScheduledRelease input, FunctionContext context) => release.ExecuteAsync(input, context.CancellationToken);
}
