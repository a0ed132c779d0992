using StreamPlatform.Domain.Processing.Clips;
using StreamPlatform.Domain.Processing.Runs;

namespace StreamPlatform.Orchestrations.Processing.Activities;

/// <inheritdoc cref="PublishClip"/>
public sealed class PublishClipActivity(PublishClip publish)
{
    public const string Name = "PublishClip";

    [Function(Name)]
    public Task<PublishedRun> Run([ActivityTrigger] RunInput input, FunctionContext context) =>
        publish.ExecuteAsync(input.Run, input.RunId, context.CancellationToken);
}
