using System.Text;

namespace StreamPlatform.Media.Mp4;

/// <summary>Four bytes that name a box, a brand, a handler or a codec.</summary>
public readonly record struct FourCc(uint Value)
{
    /// <exception cref="ArgumentException">Not four Latin-1 characters.</exception>
    public static FourCc Of(string text) =>
        text.Length == 4 && text.All(c => c <= 0xFF)
            ? new FourCc(((uint)text[0] << 24) | ((uint)text[1] << 16) | ((uint)text[2] << 8) | text[3])
            : throw new ArgumentException($"'{text}' is not a four-character code.", nameof(text));

    public static implicit operator FourCc(string text) => Of(text);

    public override string ToString() =>
        Encoding.Latin1.GetString([(byte)(Value >> 24), (byte)(Value >> 16), (byte)(Value >> 8), (byte)Value]);
}
