using Microsoft.AspNetCore.Routing.Patterns;

namespace StreamPlatform.Local.Host.Discovery;

/// <summary>Functions that can't live side by side.</summary>
internal static class Clashes
{
    public static IEnumerable<string> Find(IReadOnlyList<FunctionEntry> functions) =>
        Names(functions).Concat(Routes(functions)).Concat(Durable(functions));

    private static IEnumerable<string> Names(IEnumerable<FunctionEntry> functions) =>
        from function in functions
        group function by function.Name.ToUpperInvariant() into same
        where same.Count() > 1
        select $"function name '{same.First().Name}' is used {same.Count()} times: {string.Join(", ", same.Select(Place))}";

    private static IEnumerable<string> Durable(IEnumerable<FunctionEntry> functions) =>
        from function in functions
        let task = function.Trigger switch
        {
            OrchestrationFunctionTrigger orchestration => "orchestration '" + orchestration.Orchestration,
            ActivityFunctionTrigger activity => "activity '" + activity.Activity,
            _ => null,
        }
        where task is not null
        group function by task.ToUpperInvariant() into same
        where same.Count() > 1 && same.Select(function => function.Name.ToUpperInvariant()).Distinct().Count() == same.Count()
        select $"{same.Key.ToLowerInvariant()}' is served by {same.Count()} functions: {string.Join(", ", same.Select(Place))}";

    private static IEnumerable<string> Routes(IEnumerable<FunctionEntry> functions) =>
        from function in functions
        let http = function.Trigger as HttpFunctionTrigger
        where http is not null
        from method in http.Methods.Count == 0 ? ["*"] : http.Methods
        group function by (Shape: Shape(http.Route), Method: method.ToUpperInvariant()) into same
        where same.Count() > 1
        select $"route clash: {same.Key.Method} /api/{((HttpFunctionTrigger)same.First().Trigger).Route} is served by functions "
            + string.Join(", ", same.Select(function => $"'{function.Name}'"));

    /// <summary>The route without the names of its parameters: routes of one shape match the same requests.</summary>
    private static string Shape(string route) => string.Join('/', RoutePatternFactory.Parse(route).PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content.ToUpperInvariant(),
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter =>
                $"{{{(parameter.IsCatchAll ? "*" : "")}:{string.Join(':', parameter.ParameterPolicies.Select(policy => policy.Content))}}}",
            _ => "",
        }))));

    private static string Place(FunctionEntry function) => $"{function.Method.DeclaringType!.FullName}.{function.Method.Name}";
}
