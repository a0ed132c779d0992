using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Local.Host.Blobs;
using StreamPlatform.Local.Host.Companions;
using StreamPlatform.Local.Host.Discovery;
using StreamPlatform.Local.Host.Jobs;
using StreamPlatform.Local.Host.Messaging;
using StreamPlatform.Local.Host.Queues;
using StreamPlatform.Local.Host.Timers;

namespace StreamPlatform.Local.Host.Triggers;

/// <summary>Makes the listener of each function that needs one.</summary>
internal static class Listeners
{
    public static IEnumerable<ITriggerListener> All(IServiceProvider services, FunctionCatalog catalog, HostSettings settings)
    {
        foreach (var function in catalog.Functions)
        {
            if (TypeFor(function.Trigger) is { } type)
                yield return (ITriggerListener)ActivatorUtilities.CreateInstance(services, type, function, function.Trigger);
        }

        if (settings.Job is { } job)
            yield return ActivatorUtilities.CreateInstance<JobLauncher>(services, job);
        if (services.GetService<Companion>() is { } companion)
            yield return companion;
    }

    private static Type? TypeFor(FunctionTrigger trigger) => trigger switch
    {
        BlobFunctionTrigger => typeof(BlobTriggerListener),
        QueueFunctionTrigger => typeof(QueueTriggerListener),
        ServiceBusFunctionTrigger => typeof(ServiceBusTriggerListener),
        EventHubFunctionTrigger => typeof(EventHubTriggerListener),
        TimerFunctionTrigger => typeof(TimerTriggerListener),
        _ => null,
    };
}
