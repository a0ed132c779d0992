using StreamPlatform.Local.Host.Discovery;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Host.Invocation;

/// <summary>The run of a function in this process.</summary>
internal sealed class LocalFunctionContext(
    FunctionEntry function, Occasion occasion, IServiceProvider services, CancellationToken cancellation) : FunctionContext
{
    /// <summary>Where the genuine worker keeps the <c>HttpContext</c> of HTTP functions.</summary>
    public const string HttpContextKey = "HttpRequestContext";

    public FunctionEntry Function { get; } = function;

    public Occasion Occasion { get; } = occasion;

    /// <summary>What the function has returned, once it has.</summary>
    public object? Result { get; set; }

    public override string InvocationId => field ??= Guid.NewGuid().ToString();

    public override string FunctionId => Function.Name;

    public override FunctionDefinition FunctionDefinition => field ??= new Definition(Function.Name);

    public override BindingContext BindingContext => field ??= new Bindings(Occasion.BindingData);

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override IDictionary<object, object> Items { get => field ??= new Dictionary<object, object>(); set; }

    public override CancellationToken CancellationToken { get; } = cancellation;

    private sealed class Definition(string name) : FunctionDefinition
    {
        public override string Name => name;
    }

    private sealed class Bindings(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }
}
