using StreamPlatform.Domain.Recommendations.Trending;

namespace StreamPlatform.Orchestrations.Recommendations;

/// <inheritdoc cref="WeighVideos.StepAsync"/>
public sealed class WeighVideosActivity(WeighVideos weigh)
{
    public const string Name = "WeighVideos";

    [Function(Name)]
    public Task<int> Run([ActivityTrigger] TrendStep input, FunctionContext context) => weigh.StepAsync(input, context.CancellationToken);
}
