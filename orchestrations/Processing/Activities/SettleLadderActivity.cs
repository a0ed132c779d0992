using StreamPlatform.Domain.Processing.Runs;

namespace StreamPlatform.Orchestrations.Processing.Activities;

/// <inheritdoc cref="SettleLadder"/>
public sealed class SettleLadderActivity(SettleLadder settle)
{
    public const string Name = "SettleLadder";

    [Function(Name)]
    public Task<SettledLadder> Run([ActivityTrigger] SettleLadderInput input, FunctionContext context) =>
        settle.ExecuteAsync(input.Run, input.RunId, input.Waiting, context.CancellationToken);
}

/// <summary>The items that wait for the ladder.</summary>
public sealed record SettleLadderInput(RunRef Run, string RunId, IReadOnlyList<RunItem> Waiting);
