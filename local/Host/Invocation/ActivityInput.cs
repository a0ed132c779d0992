namespace StreamPlatform.Local.Host.Invocation;

/// <summary>An activity's input, to be read as the type that the function's parameter has.</summary>
internal sealed record ActivityInput(Func<Type, object?> ReadAs);
