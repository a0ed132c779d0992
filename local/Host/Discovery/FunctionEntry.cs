using System.Reflection;
using StreamPlatform.Local.Host.Invocation;

namespace StreamPlatform.Local.Host.Discovery;

/// <summary>A function as found by reflection, with everything resolved that can be before it runs.</summary>
internal sealed record FunctionEntry(
    string Name,
    MethodInfo Method,
    FunctionTrigger Trigger,
    IReadOnlyList<IParameterSource> Parameters,
    IReadOnlyList<OutputBinding> Outputs,
    PropertyInfo? HttpResult,
    RetryPlan? Retry);
