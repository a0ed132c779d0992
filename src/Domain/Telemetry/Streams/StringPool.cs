using System.Text;
using System.Text.Json;

namespace StreamPlatform.Domain.Telemetry.Streams;

/// <summary>
/// Gives the same string for the same text as long as it is remembered: records name the same videos, players and countries over
/// and over. One text a slot, the newest; not for several threads at once.
/// </summary>
internal sealed class StringPool
{
    private const int FewestSlots = 1 << 8, MostSlots = 1 << 14, MaxLength = 64;

    private (byte[] Text, string Value)[] _slots = new (byte[], string)[FewestSlots];
    private int _replaced;

    public string Get(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("A text was expected.");
        if (reader.ValueIsEscaped || reader.HasValueSequence || reader.ValueSpan.Length > MaxLength)
            return reader.GetString()!;
        var text = reader.ValueSpan;
        var hash = new HashCode();
        hash.AddBytes(text);
        ref var slot = ref _slots[hash.ToHashCode() & (_slots.Length - 1)];
        if (slot.Text is null || !text.SequenceEqual(slot.Text))
        {
            var value = Encoding.UTF8.GetString(text);
            _replaced += slot.Text is null ? 0 : 1;
            slot = (text.ToArray(), value);
            Grow();
            return value;
        }

        return slot.Value;
    }

    /// <summary>As many texts had to go as there are slots: there are too few.</summary>
    private void Grow()
    {
        if (_replaced < _slots.Length || _slots.Length == MostSlots)
            return;
        (_slots, _replaced) = (new (byte[], string)[_slots.Length * 4], 0);
    }
}
