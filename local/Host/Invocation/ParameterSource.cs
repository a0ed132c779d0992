namespace StreamPlatform.Local.Host.Invocation;

/// <summary>A source that is one function of the run.</summary>
internal sealed class ParameterSource(Func<LocalFunctionContext, ValueTask<object?>> get) : IParameterSource
{
    public static ParameterSource Of(Func<LocalFunctionContext, object?> get) =>
        new(context => ValueTask.FromResult(get(context)));

    public ValueTask<object?> GetAsync(LocalFunctionContext context) => get(context);
}
