using System.Reflection;
using Microsoft.Extensions.Configuration;
using StreamPlatform.Local.Host.Invocation;
using StreamPlatform.Local.Host.Storage;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Host.Discovery;

/// <summary>Reads output attributes: of the method for the whole result, of the result's properties for parts of it.</summary>
internal sealed class OutputReader(IConfiguration configuration)
{
    private readonly SettingExpressions _settings = new(configuration);

    public (IReadOnlyList<OutputBinding> Outputs, PropertyInfo? HttpResult) Read(
        MethodInfo method, FunctionTrigger trigger, Action<string> fault)
    {
        var result = MethodCall.AwaitedType(method.ReturnType);
        var outputs = new List<OutputBinding>();
        Add(method, null);
        var properties = result.Namespace?.StartsWith("System", StringComparison.Ordinal) == true
            ? [] : result.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        foreach (var property in properties)
            Add(property, property);
        var answers = properties.Where(property => property.GetCustomAttribute<HttpResultAttribute>() is not null).ToList();

        if (answers.Count > 1)
            fault("the result has more than one [HttpResult]");
        if (answers.Count > 0 && trigger is not HttpFunctionTrigger)
            fault("the result has an [HttpResult], but the trigger isn't HTTP");
        if (outputs.Count > 0 && trigger is HttpFunctionTrigger && answers.Count == 0)
            fault("has outputs beside its HTTP answer: return a class with a property for each, the answer marked [HttpResult]");
        if (outputs.Count > 0 && trigger is OrchestrationFunctionTrigger)
            fault("orchestrators can't have outputs: send from an activity");
        if (outputs.Any(output => output.Property is null) && result == typeof(void))
            fault("has an output attribute but returns nothing");
        return (outputs, answers.FirstOrDefault());

        void Add(MemberInfo member, PropertyInfo? property)
        {
            foreach (var attribute in member.GetCustomAttributes())
            {
                try
                {
                    if (Target(attribute, trigger) is { } target)
                        outputs.Add(new OutputBinding(property, target));
                }
                catch (FormatException exception)
                {
                    fault($"output {attribute.GetType().Name}{(property is null ? "" : $" of '{property.Name}'")}: {exception.Message}");
                }
            }
        }
    }

    private OutputTarget? Target(Attribute attribute, FunctionTrigger trigger)
    {
        switch (attribute)
        {
            case BlobOutputAttribute blob:
                var (container, name) = BlobPaths.Split(_settings.Resolve(blob.BlobPath), trigger);
                return new BlobTarget(Connection(blob.Connection), container, name);
            case QueueOutputAttribute queue:
                return new QueueTarget(Connection(queue.Connection), _settings.Resolve(queue.QueueName));
            case ServiceBusOutputAttribute bus:
                return new ServiceBusTarget(_settings.Resolve(bus.QueueOrTopicName), bus.EntityType == ServiceBusEntityType.Topic);
            case EventHubOutputAttribute hub:
                return new EventHubTarget(_settings.Resolve(hub.EventHubName));
            default:
                return null;
        }
    }

    private string Connection(string? connection)
    {
        var name = connection ?? StorageAccounts.DefaultConnection;
        return StorageAccounts.Find(configuration, name) is not null
            ? name
            : throw new FormatException($"the connection setting '{name}' is missing");
    }
}
