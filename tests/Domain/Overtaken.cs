using System.Reflection;

namespace StreamPlatform.Domain.Tests;

/// <summary>A store in which someone else is always faster: nothing can be replaced.</summary>
public class Overtaken<TStore> : DispatchProxy
    where TStore : class
{
    private TStore _store = null!;

    public static TStore Of(TStore store)
    {
        var proxy = Create<TStore, Overtaken<TStore>>();
        ((Overtaken<TStore>)(object)proxy)._store = store;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.Name == "ReplaceAsync" ? Task.FromResult<string?>(null) : targetMethod.Invoke(_store, args);
}
