using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Local.Durable;
using StreamPlatform.Local.Host.Discovery;
using StreamPlatform.Local.Host.Invocation;

namespace StreamPlatform.Local.Host.Durable;

/// <summary>Makes orchestrators and activities known to the engine.</summary>
internal sealed class DurableFunctions(FunctionCatalog catalog, FunctionRunner runner, IServiceProvider services)
{
    public void Register(DurableEngine engine)
    {
        foreach (var (function, trigger) in catalog.With<OrchestrationFunctionTrigger>())
            engine.RegisterOrchestrator(trigger.Orchestration, Orchestrator(function));
        foreach (var (function, trigger) in catalog.With<ActivityFunctionTrigger>())
            engine.RegisterActivity(trigger.Activity, Activity(function));
    }

    /// <summary>
    /// An orchestrator's class is made from the root services and middleware doesn't see it: its run may be put aside at
    /// any await and taken up by a replay, so that a scope around it would never be closed.
    /// </summary>
    private OrchestratorHandler Orchestrator(FunctionEntry function)
    {
        var call = new MethodCall(function.Method);
        return async orchestration =>
        {
            var occasion = new Occasion(orchestration, Occasion.Data(("InstanceId", orchestration.InstanceId)));
            var context = new LocalFunctionContext(function, occasion, services, CancellationToken.None);
            var arguments = new object?[function.Parameters.Count];
            for (var i = 0; i < arguments.Length; i++)
                arguments[i] = await function.Parameters[i].GetAsync(context);
            var type = function.Method.DeclaringType!;
            return await call.InvokeAsync(function.Method.IsStatic ? null : ActivatorUtilities.CreateInstance(services, type), arguments);
        };
    }

    private ActivityHandler Activity(FunctionEntry function) => (invocation, stopping) => runner.RunAsync(
        function,
        new Occasion(new ActivityInput(type => invocation.GetInput(type)), Occasion.Data(("InstanceId", invocation.InstanceId))),
        stopping);
}
