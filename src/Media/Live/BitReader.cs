namespace StreamPlatform.Media.Live;

/// <summary>Reads bits and Exp-Golomb codes (ITU-T H.264, 9.1). Past the end everything is 0, and <see cref="IsWhole"/> says so.</summary>
internal ref struct BitReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>Nothing was read past the end, and no code was longer than there are.</summary>
    public bool IsWhole { get; private set; } = true;

    public uint Bits(int count)
    {
        var value = 0u;
        for (; count > 0; count--)
        {
            if (_at >= _bytes.Length * 8)
            {
                IsWhole = false;
                return 0;
            }

            value = (value << 1) | (uint)((_bytes[_at >> 3] >> (7 - (_at & 7))) & 1);
            _at++;
        }

        return value;
    }

    public uint Golomb()
    {
        var zeros = 0;
        while (IsWhole && Bits(1) == 0)
        {
            if (++zeros <= 31) continue;
            IsWhole = false;
        }

        return IsWhole ? (1u << zeros) - 1 + Bits(zeros) : 0;
    }

    public int Signed()
    {
        var code = Golomb();
        return (code & 1) == 0 ? -(int)(code >> 1) : (int)((code >> 1) + 1);
    }
}
