using System.Globalization;
using System.Text.Json;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Functions.Telemetry;

/// <summary>What the trigger says of a batch beside the messages: the partition of the hub that they are of, and their places in it.</summary>
internal static class HubBatch
{
    /// <exception cref="InvalidOperationException">The host doesn't say it: without it nothing can be counted once.</exception>
    public static int PartitionOf(FunctionContext context)
    {
        using var partition = Parse(context, "PartitionContext");
        return int.Parse(partition.RootElement.GetProperty("PartitionId").GetString()!, CultureInfo.InvariantCulture);
    }

    /// <exception cref="InvalidOperationException">The host doesn't say it, or not for each.</exception>
    public static IReadOnlyList<HubMessage> MessagesOf(FunctionContext context, byte[][] bodies)
    {
        using var sequences = Parse(context, "SequenceNumberArray");
        return sequences.RootElement.GetArrayLength() == bodies.Length
            ? [.. sequences.RootElement.EnumerateArray().Select((sequence, place) => new HubMessage(sequence.GetInt64(), bodies[place]))]
            : throw new InvalidOperationException("The trigger doesn't tell the sequence number of each event.");
    }

    private static JsonDocument Parse(FunctionContext context, string name) =>
        context.BindingContext.BindingData.TryGetValue(name, out var value) && value is string json
            ? JsonDocument.Parse(json)
            : throw new InvalidOperationException($"The trigger doesn't tell {name}.");
}
