using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StreamPlatform.Local.Host.Discovery;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Host.Invocation;

/// <summary>
/// Runs functions: a scope a run, an instance of the class made in it, middleware around, outputs after. Keeps count of
/// what runs, so that a stop can wait for it.
/// </summary>
internal sealed class FunctionRunner(
    IServiceScopeFactory scopes, OutputSender outputs, MiddlewareChain middleware, RunningFunctions running, ILogger<FunctionRunner> logger)
{
    private readonly ConcurrentDictionary<FunctionEntry, Call> _calls = new(ReferenceEqualityComparer.Instance);

    /// <summary>Runs a function and sends its outputs; gives what it has returned.</summary>
    /// <param name="function">Which.</param>
    /// <param name="occasion">Why.</param>
    /// <param name="cancellation">Ends the run early; it also ends when the host has waited long enough at its stop.</param>
    /// <param name="prepare">Sees the context before middleware does.</param>
    public async Task<object?> RunAsync(
        FunctionEntry function, Occasion occasion, CancellationToken cancellation, Action<LocalFunctionContext>? prepare = null)
    {
        using var run = running.Begin(cancellation);
        await using var scope = scopes.CreateAsyncScope();
        var context = new LocalFunctionContext(function, occasion, scope.ServiceProvider, run.Token);
        prepare?.Invoke(context);
        using var span = FunctionSpans.Begin(function, occasion);
        try
        {
            await middleware.RunAsync(context, CallAsync);
            await outputs.SendAsync(function, context.Result, occasion, run.Token);
        }
        catch (Exception exception)
        {
            span.Fail(exception);
            throw;
        }

        return context.Result;
    }

    /// <summary>
    /// As <see cref="RunAsync"/>, and again after failures as far as the function's retry attribute says; cancelling
    /// <paramref name="accepting"/> ends the retries, not a run.
    /// </summary>
    public async Task<object?> RunWithRetriesAsync(
        FunctionEntry function, Occasion occasion, TimeProvider time, CancellationToken accepting)
    {
        for (var retries = 0; ; retries++)
        {
            try
            {
                return await RunAsync(function, occasion, CancellationToken.None);
            }
            catch (Exception exception) when (
                !accepting.IsCancellationRequested && function.Retry is { } retry && retry.Allows(retries))
            {
                var delay = retry.DelayAfter(retries);
                logger.RunFailedRetrying(exception, function.Name, retries + 1, delay);
                await Task.Delay(delay, time, accepting);
            }
        }
    }

    private async Task CallAsync(FunctionContext executing)
    {
        var context = (LocalFunctionContext)executing;
        var function = context.Function;
        var arguments = new object?[function.Parameters.Count];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = await function.Parameters[i].GetAsync(context);

        var (call, create) = _calls.GetOrAdd(function, static entry => new Call(
            new MethodCall(entry.Method),
            entry.Method.IsStatic ? null : ActivatorUtilities.CreateFactory(entry.Method.DeclaringType!, Type.EmptyTypes)));
        var instance = create?.Invoke(context.InstanceServices, null);
        try
        {
            context.Result = await call.InvokeAsync(instance, arguments);
        }
        finally
        {
            if (instance is IAsyncDisposable asyncDisposable)
                await asyncDisposable.DisposeAsync();
            else if (instance is IDisposable disposable)
                disposable.Dispose();
        }
    }

    /// <summary>What of a run is the same each time.</summary>
    /// <param name="Create">Makes an instance of the class; null when the method is static.</param>
    private sealed record Call(MethodCall Method, ObjectFactory? Create);
}
