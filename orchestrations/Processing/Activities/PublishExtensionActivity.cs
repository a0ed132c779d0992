using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Domain.Processing.Runs;

namespace StreamPlatform.Orchestrations.Processing.Activities;

/// <inheritdoc cref="PublishExtension"/>
public sealed class PublishExtensionActivity(PublishExtension publish)
{
    public const string Name = "PublishExtension";

    [Function(Name)]
    public Task<PublishedRun> Run([ActivityTrigger] RunInput input, FunctionContext context) =>
        publish.ExecuteAsync(input.Run, input.RunId, context.CancellationToken);
}
