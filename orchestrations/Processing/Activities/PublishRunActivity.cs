using StreamPlatform.Domain.Processing.Runs;

namespace StreamPlatform.Orchestrations.Processing.Activities;

/// <inheritdoc cref="PublishRun"/>
public sealed class PublishRunActivity(PublishRun publish)
{
    public const string Name = "PublishRun";

    [Function(Name)]
    public Task<PublishedRun> Run([ActivityTrigger] RunInput input, FunctionContext context) =>
        publish.ExecuteAsync(input.Run, input.RunId, context.CancellationToken);
}

/// <summary>A planned run.</summary>
public sealed record RunInput(RunRef Run, string RunId);
