using System.Reflection;
using Microsoft.Extensions.Configuration;
using StreamPlatform.Local.Host.Invocation;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Host.Discovery;

/// <summary>
/// Finds functions by their attributes and resolves what can be resolved before they run. It is strict: whatever the
/// genuine worker would refuse, or would leave unbound, is a fault here, named by function and parameter.
/// </summary>
internal sealed class FunctionDiscoverer(IConfiguration configuration)
{
    private const BindingFlags AnyMethod =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly TriggerReader _triggers = new(configuration);
    private readonly ParameterReader _parameters = new(configuration);
    private readonly OutputReader _outputs = new(configuration);

    /// <exception cref="FunctionDiscoveryException">At least one function can't be hosted.</exception>
    public FunctionCatalog Discover(IEnumerable<Type> types)
    {
        var faults = new List<string>();
        var functions = new List<FunctionEntry>();
        foreach (var (method, name) in types.SelectMany(Methods))
        {
            var found = faults.Count;
            var function = Read(method, name, fault => faults.Add($"function '{name}' ({method.DeclaringType!.FullName}.{method.Name}): {fault}"));
            if (function is not null && faults.Count == found)
                functions.Add(function);
        }

        faults.AddRange(Clashes.Find(functions));
        return faults.Count == 0 ? new FunctionCatalog(functions) : throw new FunctionDiscoveryException(faults);
    }

    private static IEnumerable<(MethodInfo Method, string Name)> Methods(Type type) =>
        from method in type.GetMethods(AnyMethod)
        let attribute = method.GetCustomAttribute<FunctionAttribute>()
        where attribute is not null
        select (method, attribute.Name);

    private FunctionEntry? Read(MethodInfo method, string name, Action<string> fault)
    {
        if (!method.IsPublic || !method.DeclaringType!.IsVisible)
            fault("functions and their classes must be public");
        if (method.IsGenericMethodDefinition || method.DeclaringType!.ContainsGenericParameters)
            fault("generic functions aren't supported");

        var parameters = method.GetParameters();
        var triggered = parameters.Where(TriggerReader.IsTrigger).ToList();
        if (triggered.Count != 1)
        {
            fault(triggered.Count == 0
                ? "no parameter has a trigger attribute"
                : $"has more than one trigger: parameters {string.Join(", ", triggered.Select(one => $"'{one.Name}'"))}");
            return null;
        }

        if (_triggers.Read(triggered[0], name, fault) is not { } trigger)
            return null;
        var sources = new List<IParameterSource>();
        foreach (var parameter in parameters)
        {
            if (_parameters.Read(parameter, parameter == triggered[0], trigger, fault) is { } source)
                sources.Add(source);
        }

        var (outputs, httpResult) = _outputs.Read(method, trigger, fault);
        return new FunctionEntry(name, method, trigger, sources, outputs, httpResult, RetryReader.Read(method, trigger, fault));
    }
}
