namespace StreamPlatform.Local.Host.Discovery;

/// <summary>Every function of the app.</summary>
internal sealed class FunctionCatalog(IReadOnlyList<FunctionEntry> functions)
{
    public IReadOnlyList<FunctionEntry> Functions { get; } = functions;

    public IEnumerable<(FunctionEntry Function, TTrigger Trigger)> With<TTrigger>()
        where TTrigger : FunctionTrigger =>
        from function in Functions
        let trigger = function.Trigger as TTrigger
        where trigger is not null
        select (function, trigger);
}
