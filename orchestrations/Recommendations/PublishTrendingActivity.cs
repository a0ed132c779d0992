using StreamPlatform.Domain.Recommendations.Trending;

namespace StreamPlatform.Orchestrations.Recommendations;

/// <inheritdoc cref="PublishTrending.ExecuteAsync"/>
public sealed class PublishTrendingActivity(PublishTrending publish)
{
    public const string Name = "PublishTrending";

    [Function(Name)]
    public Task<int> Run([ActivityTrigger] DateTimeOffset input, FunctionContext context) => publish.ExecuteAsync(input, context.CancellationToken);
}
