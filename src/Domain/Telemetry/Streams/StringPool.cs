using System.Text;
using System.Text.Json;

namespace StreamPlatform.Domain.Telemetry.Streams;

/// <summary>
/// Gives the same string for the same text as long as it is remembered: records name the same videos, players and countries over
/// and over. One text a slot, the newest; not for several threads at once.
/// </summary>
internal sealed class StringPool
{
    private const int Slots = 1 << 13, MaxLength = 64;

    private readonly (byte[] Text, string Value)[] _slots = new (byte[], string)[Slots];

    public string Get(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("A text was expected.");
        if (reader.ValueIsEscaped || reader.HasValueSequence || reader.ValueSpan.Length > MaxLength)
            return reader.GetString()!;
        var text = reader.ValueSpan;
        var hash = new HashCode();
        hash.AddBytes(text);
        ref var slot = ref _slots[hash.ToHashCode() & (Slots - 1)];
        if (slot.Text is null || !text.SequenceEqual(slot.Text))
            slot = (text.ToArray(), Encoding.UTF8.GetString(text));
        return slot.Value;
    }
}
