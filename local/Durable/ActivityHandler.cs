namespace StreamPlatform.Local.Durable;

/// <summary>Runs an activity and returns its result, to be serialized; an exception is its failure.</summary>
/// <param name="invocation">What to run.</param>
/// <param name="stopping">Signalled when the engine stops; an activity that ends by it is run again at the next start.</param>
public delegate Task<object?> ActivityHandler(ActivityInvocation invocation, CancellationToken stopping);
