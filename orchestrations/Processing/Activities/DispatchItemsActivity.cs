using StreamPlatform.Domain.Processing.Runs;

namespace StreamPlatform.Orchestrations.Processing.Activities;

/// <inheritdoc cref="DispatchItems"/>
public sealed class DispatchItemsActivity(DispatchItems dispatch)
{
    public const string Name = "DispatchItems";

    [Function(Name)]
    public Task<RunVerdict> Run([ActivityTrigger] DispatchItemsInput input, FunctionContext context) =>
        dispatch.ExecuteAsync(input.Run, input.RunId, input.Items, context.CancellationToken);
}

/// <summary>The items to queue.</summary>
public sealed record DispatchItemsInput(RunRef Run, string RunId, IReadOnlyList<RunItem> Items);
