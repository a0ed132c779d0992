using StreamPlatform.Local.Model;

namespace StreamPlatform.Orchestrations.Tests.Support;

/// <summary>The context an activity runs in.</summary>
internal sealed class Invocation(IServiceProvider services, CancellationToken stopping) : FunctionContext
{
    public override string InvocationId => "test";
    public override string FunctionId => "test";
    public override FunctionDefinition FunctionDefinition => throw new NotSupportedException();
    public override BindingContext BindingContext => throw new NotSupportedException();
    public override IServiceProvider InstanceServices { get; set; } = services;
    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();
    public override CancellationToken CancellationToken => stopping;
}
