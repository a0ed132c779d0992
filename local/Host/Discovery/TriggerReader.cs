using System.Reflection;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Configuration;
using NCrontab;
using StreamPlatform.Local.Host.Storage;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Host.Discovery;

/// <summary>Reads trigger attributes into triggers, settings put in.</summary>
internal sealed class TriggerReader(IConfiguration configuration)
{
    private readonly SettingExpressions _settings = new(configuration);

    public static bool IsTrigger(ParameterInfo parameter) => Attribute(parameter) is not null;

    /// <summary>The trigger, or null with at least one fault named.</summary>
    public FunctionTrigger? Read(ParameterInfo parameter, string function, Action<string> fault)
    {
        try
        {
            return Attribute(parameter) switch
            {
                HttpTriggerAttribute http => Http(http, function),
                BlobTriggerAttribute blob => Blob(blob),
                QueueTriggerAttribute queue => new QueueFunctionTrigger(Connection(queue.Connection), Name(queue.QueueName)),
                ServiceBusTriggerAttribute bus => ServiceBus(bus),
                EventHubTriggerAttribute hub => new EventHubFunctionTrigger(
                    Name(hub.EventHubName), hub.ConsumerGroup is null ? "$Default" : Name(hub.ConsumerGroup), hub.IsBatched),
                TimerTriggerAttribute timer => Timer(timer),
                OrchestrationTriggerAttribute orchestration => new OrchestrationFunctionTrigger(orchestration.Orchestration ?? function),
                ActivityTriggerAttribute activity => new ActivityFunctionTrigger(activity.Activity ?? function),
                var other => throw new FormatException($"{other!.GetType().Name} isn't supported by the embedded runtime"),
            };
        }
        catch (FormatException exception)
        {
            fault($"parameter '{parameter.Name}': {exception.Message}");
            return null;
        }
    }

    private static Attribute? Attribute(ParameterInfo parameter) => parameter.GetCustomAttributes()
        .FirstOrDefault(attribute => attribute is HttpTriggerAttribute or BlobTriggerAttribute or QueueTriggerAttribute
            or ServiceBusTriggerAttribute or EventHubTriggerAttribute or TimerTriggerAttribute or OrchestrationTriggerAttribute
            or ActivityTriggerAttribute or EntityTriggerAttribute or CosmosDBTriggerAttribute);

    private static HttpFunctionTrigger Http(HttpTriggerAttribute http, string function)
    {
        var route = (http.Route ?? function).Trim('/');
        try
        {
            var names = RoutePatternFactory.Parse(route).Parameters.Select(part => part.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return new HttpFunctionTrigger(http.AuthLevel, http.Methods, route, names);
        }
        catch (RoutePatternException exception)
        {
            throw new FormatException($"route '{route}' can't be read: {exception.Message}", exception);
        }
    }

    private BlobFunctionTrigger Blob(BlobTriggerAttribute blob)
    {
        var path = Name(blob.BlobPath);
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var container = slash < 0 ? path : path[..slash];
        if (container.Length == 0 || container.Contains('{', StringComparison.Ordinal))
            throw new FormatException($"blob path '{path}' must begin with a container's name");
        return new BlobFunctionTrigger(
            Connection(blob.Connection), container, new NamePattern(slash < 0 ? "{name}" : path[(slash + 1)..]));
    }

    private ServiceBusFunctionTrigger ServiceBus(ServiceBusTriggerAttribute bus)
    {
        if (bus is { IsBatched: true, IsSessionsEnabled: true })
            throw new FormatException("batches with sessions aren't supported: take single messages");
        return new ServiceBusFunctionTrigger(
            Name(bus.QueueName ?? bus.TopicName!),
            bus.SubscriptionName is null ? null : Name(bus.SubscriptionName),
            bus.IsSessionsEnabled,
            bus.IsBatched,
            bus.AutoCompleteMessages);
    }

    private TimerFunctionTrigger Timer(TimerTriggerAttribute timer)
    {
        var text = Name(timer.Schedule);
        var schedule = CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = true })
            ?? throw new FormatException($"'{text}' is not a schedule of six cron fields, seconds first");
        return new TimerFunctionTrigger(schedule, timer.RunOnStartup, timer.UseMonitor);
    }

    private string Name(string text) => _settings.Resolve(text) is { Length: > 0 } name
        ? name
        : throw new FormatException("the trigger's name is empty");

    private string Connection(string? connection)
    {
        var name = connection ?? StorageAccounts.DefaultConnection;
        return StorageAccounts.Find(configuration, name) is not null
            ? name
            : throw new FormatException($"the connection setting '{name}' is missing");
    }
}
