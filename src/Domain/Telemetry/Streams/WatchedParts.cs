using System.Globalization;
using System.Numerics;

namespace StreamPlatform.Domain.Telemetry.Streams;

/// <summary>Which of the 100 hundredths of a title were watched. Part 0 is the most significant of 100 bits.</summary>
public readonly record struct WatchedParts
{
    public const int Count = 100;

    /// <summary>Hexadecimal digits of the text.</summary>
    public const int Digits = Count / 4;

    private WatchedParts(UInt128 bits) => Bits = bits;

    /// <summary>The lower 100 bits.</summary>
    public UInt128 Bits { get; }

    /// <summary>How many parts were watched.</summary>
    public int Watched => BitOperations.PopCount((ulong)(Bits >> 64)) + BitOperations.PopCount((ulong)Bits);

    public bool this[int part] => part is >= 0 and < Count && ((Bits >> (Count - 1 - part)) & 1) != 0;

    public static WatchedParts operator |(WatchedParts a, WatchedParts b) => new(a.Bits | b.Bits);

    public static WatchedParts FromBits(UInt128 bits) => new(bits & ((UInt128.One << Count) - 1));

    public WatchedParts With(int part) => part is >= 0 and < Count ? new(Bits | (UInt128.One << (Count - 1 - part))) : this;

    /// <summary>False for anything but 25 hexadecimal digits.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out WatchedParts parts)
    {
        var parsed = UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits) && text.Length == Digits;
        parts = parsed ? new(bits) : default;
        return parsed;
    }

    /// <summary>The same for UTF-8, as it is on the way of every event.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out WatchedParts parts)
    {
        parts = default;
        if (text.Length != Digits)
            return false;
        ulong high = 0, low = 0;
        for (var i = 0; i < Digits; i++)
        {
            var digit = Digit(text[i]);
            if (digit < 0)
                return false;
            if (i < Digits - 16)
                high = (high << 4) | (uint)digit;
            else
                low = (low << 4) | (uint)digit;
        }

        parts = new(new UInt128(high, low));
        return true;
    }

    /// <summary>25 lower-case hexadecimal digits.</summary>
    public override string ToString() => Bits.ToString("x25", CultureInfo.InvariantCulture);

    /// <summary>Writes the 25 digits.</summary>
    internal void Write(Span<byte> digits)
    {
        var (high, low) = ((ulong)(Bits >> 64), (ulong)Bits);
        for (var i = Digits - 1; i >= 0; i--)
        {
            digits[i] = "0123456789abcdef"u8[(int)(low & 15)];
            low = (low >> 4) | (high << 60);
            high >>= 4;
        }
    }

    private static int Digit(byte letter) =>
        letter is >= (byte)'0' and <= (byte)'9' ? letter - '0'
        : letter is >= (byte)'a' and <= (byte)'f' ? letter - 'a' + 10
        : letter is >= (byte)'A' and <= (byte)'F' ? letter - 'A' + 10
        : -1;
}
