using System.Reflection;
using StreamPlatform.Local.Host.Discovery;

namespace StreamPlatform.Local.Host.Invocation;

/// <summary>Where a result goes: the whole of it, or one property.</summary>
/// <param name="Property">Null when the whole result is meant.</param>
/// <param name="Target">What it is sent to.</param>
internal sealed record OutputBinding(PropertyInfo? Property, OutputTarget Target);

/// <summary>What an output is sent to, settings put in.</summary>
internal abstract record OutputTarget;

internal sealed record BlobTarget(string Connection, string Container, NamePattern Path) : OutputTarget;

internal sealed record QueueTarget(string Connection, string Queue) : OutputTarget;

internal sealed record ServiceBusTarget(string Entity, bool IsTopic) : OutputTarget;

internal sealed record EventHubTarget(string Hub) : OutputTarget;
