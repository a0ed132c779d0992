using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Host.Invocation;

/// <summary>The middleware of the app, outermost first.</summary>
internal sealed class MiddlewareChain(IServiceProvider services, IReadOnlyList<Type> types)
{
    private readonly Lazy<IFunctionsWorkerMiddleware[]> _middleware =
        new(() => [.. types.Select(type => (IFunctionsWorkerMiddleware)services.GetRequiredService(type))]);

    public Task RunAsync(FunctionContext context, FunctionExecutionDelegate function)
    {
        var next = function;
        foreach (var middleware in _middleware.Value.Reverse())
        {
            var inner = next;
            next = executing => middleware.Invoke(executing, inner);
        }

        return next(context);
    }
}
