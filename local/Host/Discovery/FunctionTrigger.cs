using NCrontab;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Host.Discovery;

/// <summary>What makes a function run, with settings already put in.</summary>
internal abstract record FunctionTrigger
{
    /// <summary>Names by which parameters and output paths may ask for what the trigger knows.</summary>
    public virtual IReadOnlyCollection<string> BindingNames => [];
}

/// <summary>An HTTP request; no methods means every method.</summary>
internal sealed record HttpFunctionTrigger(
    AuthorizationLevel Level, IReadOnlyList<string> Methods, string Route, IReadOnlyCollection<string> RouteValues) : FunctionTrigger
{
    public override IReadOnlyCollection<string> BindingNames => RouteValues;
}

/// <summary>A new version of a blob.</summary>
internal sealed record BlobFunctionTrigger(string Connection, string Container, NamePattern Pattern) : FunctionTrigger
{
    public override IReadOnlyCollection<string> BindingNames { get; } = [.. Pattern.Names, "BlobTrigger", "Uri"];
}

/// <summary>A message of a storage queue.</summary>
internal sealed record QueueFunctionTrigger(string Connection, string Queue) : FunctionTrigger
{
    public override IReadOnlyCollection<string> BindingNames { get; } =
        ["Id", "QueueTrigger", "DequeueCount", "InsertionTime", "ExpirationTime", "NextVisibleTime", "PopReceipt"];
}

/// <summary>Messages of a queue (<see cref="Subscription"/> is null) or of a topic's subscription.</summary>
internal sealed record ServiceBusFunctionTrigger(
    string Entity, string? Subscription, bool Sessions, bool Batched, bool AutoComplete) : FunctionTrigger
{
    public override IReadOnlyCollection<string> BindingNames { get; } =
        Batched ? [] : ["MessageId", "SessionId", "DeliveryCount", "SequenceNumber", "EnqueuedTimeUtc"];
}

/// <summary>Events of an event hub, read for a consumer group.</summary>
internal sealed record EventHubFunctionTrigger(string Hub, string ConsumerGroup, bool Batched) : FunctionTrigger
{
    public override IReadOnlyCollection<string> BindingNames { get; } =
        Batched ? ["PartitionContext"] : ["PartitionContext", "PartitionKey", "SequenceNumber", "Offset", "EnqueuedTimeUtc"];
}

/// <summary>A schedule, in UTC.</summary>
internal sealed record TimerFunctionTrigger(CrontabSchedule Schedule, bool RunOnStartup, bool UseMonitor) : FunctionTrigger;

/// <summary>The durable engine, for an orchestrator.</summary>
internal sealed record OrchestrationFunctionTrigger(string Orchestration) : FunctionTrigger;

/// <summary>The durable engine, for an activity.</summary>
internal sealed record ActivityFunctionTrigger(string Activity) : FunctionTrigger;
