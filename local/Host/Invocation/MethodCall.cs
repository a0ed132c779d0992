using System.Reflection;
using System.Runtime.ExceptionServices;

namespace StreamPlatform.Local.Host.Invocation;

/// <summary>Calls a method found by reflection and awaits whatever it returns.</summary>
internal sealed class MethodCall
{
    private readonly MethodInvoker _invoker;
    private readonly Func<object?, Task<object?>> _settle;

    public MethodCall(MethodInfo method)
    {
        _invoker = MethodInvoker.Create(method);
        _settle = Settler(method.ReturnType);
    }

    /// <summary>What the method's result is once awaited; <c>void</c> when it has none.</summary>
    public static Type AwaitedType(Type returned) => returned switch
    {
        _ when returned == typeof(Task) || returned == typeof(ValueTask) => typeof(void),
        _ when returned.IsGenericType && (returned.GetGenericTypeDefinition() == typeof(Task<>) || returned.GetGenericTypeDefinition() == typeof(ValueTask<>)) =>
            returned.GetGenericArguments()[0],
        _ => returned,
    };

    public async Task<object?> InvokeAsync(object? target, object?[] arguments)
    {
        object? returned;
        try
        {
            returned = _invoker.Invoke(target, arguments.AsSpan());
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }

        return await _settle(returned);
    }

    private static Func<object?, Task<object?>> Settler(Type returned)
    {
        if (returned == typeof(Task))
            return async value => { await (Task)value!; return null; };
        if (returned == typeof(ValueTask))
            return async value => { await (ValueTask)value!; return null; };
        var awaited = AwaitedType(returned);
        if (awaited == returned)
            return Task.FromResult;
        var name = returned.GetGenericTypeDefinition() == typeof(Task<>) ? nameof(AwaitTask) : nameof(AwaitValueTask);
        return typeof(MethodCall).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(awaited).CreateDelegate<Func<object?, Task<object?>>>();
    }

    private static async Task<object?> AwaitTask<T>(object? task) => await (Task<T>)task!;

    private static async Task<object?> AwaitValueTask<T>(object? task) => await (ValueTask<T>)task!;
}
