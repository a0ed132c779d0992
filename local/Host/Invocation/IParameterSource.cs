namespace StreamPlatform.Local.Host.Invocation;

/// <summary>Where the value of one parameter comes from.</summary>
internal interface IParameterSource
{
    ValueTask<object?> GetAsync(LocalFunctionContext context);
}
