using System.Reflection;

namespace StreamPlatform.Domain.Tests;

/// <summary>Stands for the death of the process between any two things it does to the outside.</summary>
internal sealed class Crash(int beforeCall)
{
    private int _calls;

    public bool Happened { get; private set; }

    /// <summary>Another process, which dies before a call of its own.</summary>
    public void Again(int call) => (beforeCall, _calls, Happened) = (call, 0, false);

    /// <summary>A port that works until the crash comes.</summary>
    public T Around<T>(T port)
        where T : class
    {
        var proxy = DispatchProxy.Create<T, Proxy<T>>();
        ((Proxy<T>)(object)proxy).Set(port, this);
        return proxy;
    }

    private void Count()
    {
        if (++_calls == beforeCall)
        {
            Happened = true;
            throw new CrashedException();
        }
    }

#pragma warning disable CA1852 // The proxies that the runtime makes derive from it.
    internal class Proxy<T> : DispatchProxy
        where T : class
    {
        private T? _port;
        private Crash? _crash;

        public void Set(T port, Crash crash) => (_port, _crash) = (port, crash);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            _crash!.Count();
            return targetMethod!.Invoke(_port, args);
        }
    }
#pragma warning restore CA1852
}

internal sealed class CrashedException : Exception;
