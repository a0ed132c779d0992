using System.Reflection;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Local.Host.Invocation;
using StreamPlatform.Local.Host.Storage;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Local.Host.Discovery;

/// <summary>Decides where each parameter's value comes from.</summary>
internal sealed class ParameterReader(IConfiguration configuration)
{
    private readonly SettingExpressions _settings = new(configuration);

    /// <summary>The source, or null with a fault named.</summary>
    public IParameterSource? Read(ParameterInfo parameter, bool isTrigger, FunctionTrigger trigger, Action<string> fault)
    {
        var type = parameter.ParameterType;
        var source = isTrigger ? Payload(type, trigger)
            : type == typeof(FunctionContext) ? ParameterSource.Of(context => context)
            : type == typeof(CancellationToken) ? ParameterSource.Of(context => context.CancellationToken)
            : parameter.GetCustomAttribute<DurableClientAttribute>() is not null ? DurableClient(type)
            : parameter.GetCustomAttribute<BlobInputAttribute>() is { } input ? BlobInput(input, type, trigger, parameter, fault)
            : trigger.BindingNames.Contains(parameter.Name!, StringComparer.OrdinalIgnoreCase) ? Named(parameter)
            : null;
        if (source is null)
        {
            fault(isTrigger
                ? $"parameter '{parameter.Name}': the trigger can't be bound to {type}"
                : $"parameter '{parameter.Name}' ({type}) is bound to nothing"
                    + (trigger.BindingNames.Count > 0 ? $"; the trigger gives {string.Join(", ", trigger.BindingNames)}" : ""));
        }

        return source;
    }

    private static ParameterSource? Payload(Type type, FunctionTrigger trigger) => trigger switch
    {
        HttpFunctionTrigger => type == typeof(HttpRequest)
            ? ParameterSource.Of(context => ((HttpContext)context.Occasion.Payload).Request) : null,
        BlobFunctionTrigger => PayloadReaders.ForBlob(type) is { } read
            ? new ParameterSource(context => read((BlobClient)context.Occasion.Payload, context.CancellationToken)) : null,
        QueueFunctionTrigger => Message(type),
        ServiceBusFunctionTrigger { Batched: false } or EventHubFunctionTrigger { Batched: false } => Message(type),
        ServiceBusFunctionTrigger or EventHubFunctionTrigger => PayloadReaders.ForBatch(type) is { } read
            ? ParameterSource.Of(context => read((IReadOnlyList<BinaryData>)context.Occasion.Payload)) : null,
        TimerFunctionTrigger => AsIs(type, typeof(TimerInfo)),
        OrchestrationFunctionTrigger => AsIs(type, typeof(TaskOrchestrationContext)),
        ActivityFunctionTrigger => ParameterSource.Of(context => ((ActivityInput)context.Occasion.Payload).ReadAs(type)),
        _ => null,
    };

    private static ParameterSource? Message(Type type) => PayloadReaders.ForMessage(type) is { } read
        ? ParameterSource.Of(context => read((BinaryData)context.Occasion.Payload)) : null;

    private static ParameterSource? AsIs(Type type, Type given) =>
        type == given ? ParameterSource.Of(context => context.Occasion.Payload) : null;

    private static ParameterSource? DurableClient(Type type) => type == typeof(DurableTaskClient)
        ? ParameterSource.Of(context => context.InstanceServices.GetRequiredService<DurableTaskClient>()) : null;

    private static ParameterSource? Named(ParameterInfo parameter)
    {
        var (name, type) = (parameter.Name!, parameter.ParameterType);
        return TextValues.CanBe(type)
            ? ParameterSource.Of(context => TextValues.Convert(context.Occasion.BindingData.GetValueOrDefault(name), type))
            : null;
    }

    private ParameterSource? BlobInput(
        BlobInputAttribute input, Type type, FunctionTrigger trigger, ParameterInfo parameter, Action<string> fault)
    {
        try
        {
            var path = BlobPaths.Split(_settings.Resolve(input.BlobPath), trigger);
            var connection = input.Connection ?? StorageAccounts.DefaultConnection;
            return PayloadReaders.ForBlob(type) is not { } read ? null : new ParameterSource(context =>
            {
                var container = context.InstanceServices.GetRequiredService<StorageAccounts>().Blobs(connection)
                    .GetBlobContainerClient(path.Container);
                return read(container.GetBlobClient(path.Name.Fill(context.Occasion.BindingData)), context.CancellationToken);
            });
        }
        catch (FormatException exception)
        {
            fault($"parameter '{parameter.Name}': {exception.Message}");
            return null;
        }
    }
}
