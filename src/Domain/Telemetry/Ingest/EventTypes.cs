using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Ingest;

/// <summary>What players call the types of events.</summary>
internal static class EventTypes
{
    private static readonly (byte[] Word, PlaybackEventType Type)[] Words =
        [.. Enum.GetValues<PlaybackEventType>().OrderByDescending(type => type == PlaybackEventType.Heartbeat).Select(type => (System.Text.Encoding.ASCII.GetBytes(type.ToString().ToLowerInvariant()), type))];

    /// <summary>Null when it is none.</summary>
    public static PlaybackEventType? Of(ReadOnlySpan<byte> word)
    {
        foreach (var (known, type) in Words)
        {
            if (word.SequenceEqual(known))
            {
                return type;
            }
        }

        return null;
    }
}
