using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using StreamPlatform.Domain.Telemetry.Sessions;

namespace StreamPlatform.Domain.Telemetry.Streams;

/// <summary>The words that records are written with.</summary>
internal static class RecordWords
{
    private static readonly JsonEncodedText[] Types = WordsOf<PlaybackEventType>(), Devices = WordsOf<DeviceKind>(), Sources = WordsOf<TrafficSource>();

    private static readonly FrozenDictionary<string, PlaybackEventType>.AlternateLookup<ReadOnlySpan<char>> TypesByWord = ByWord<PlaybackEventType>();
    private static readonly FrozenDictionary<string, DeviceKind>.AlternateLookup<ReadOnlySpan<char>> DevicesByWord = ByWord<DeviceKind>();
    private static readonly FrozenDictionary<string, TrafficSource>.AlternateLookup<ReadOnlySpan<char>> SourcesByWord = ByWord<TrafficSource>();

    public static JsonEncodedText Of(PlaybackEventType type) => Types[(int)type];

    public static JsonEncodedText Of(DeviceKind device) => Devices[(int)device];

    public static JsonEncodedText Of(TrafficSource source) => Sources[(int)source];

    public static PlaybackEventType TypeOf(ReadOnlySpan<byte> word) => word.SequenceEqual("heartbeat"u8) ? PlaybackEventType.Heartbeat : ValueOf(TypesByWord, word);

    public static DeviceKind DeviceOf(ReadOnlySpan<byte> word) => ValueOf(DevicesByWord, word);

    public static TrafficSource SourceOf(ReadOnlySpan<byte> word) => ValueOf(SourcesByWord, word);

    private static T ValueOf<T>(FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> words, ReadOnlySpan<byte> word)
        where T : struct, Enum
    {
        Span<char> letters = stackalloc char[16];
        return word.Length <= letters.Length && words.TryGetValue(letters[..Encoding.ASCII.GetChars(word, letters)], out var value)
            ? value
            : throw new JsonException($"It is no {typeof(T).Name}.");
    }

    private static JsonEncodedText[] WordsOf<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(value.ToString())))];

    private static FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> ByWord<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>()
            .ToFrozenDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
