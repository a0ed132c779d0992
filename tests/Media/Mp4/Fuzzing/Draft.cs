namespace StreamPlatform.Media.Tests.Mp4.Fuzzing;

/// <summary>A file being damaged: knows where its boxes have got to, and can keep the sizes of those around a change right.</summary>
internal sealed class Draft(Seed seed)
{
    private readonly List<byte> _bytes = [.. seed.Bytes];
    private readonly List<(int At, int Length)> _boxes = [.. seed.Boxes];

    public IReadOnlyList<(int At, int Length)> Boxes => _boxes;

    public int Length => _bytes.Count;

    public byte[] ToArray(int longest) => _bytes[..Math.Min(longest, _bytes.Count)].ToArray();

    public void Put(int at, int width, ulong value)
    {
        for (var i = 0; i < width && at + i < _bytes.Count; i++)
            _bytes[at + i] = (byte)(value >> (8 * (width - 1 - i)));
    }

    public void Flip(int at, int bit)
    {
        if (at < _bytes.Count) _bytes[at] ^= (byte)(1 << bit);
    }

    public void Insert(int at, ReadOnlySpan<byte> data, bool keepSizes)
    {
        at = Math.Min(at, _bytes.Count);
        _bytes.InsertRange(at, data);
        Move(at, data.Length, keepSizes);
    }

    public void Remove(int at, int count, bool keepSizes)
    {
        at = Math.Min(at, _bytes.Count);
        count = Math.Min(count, _bytes.Count - at);
        _bytes.RemoveRange(at, count);
        _boxes.RemoveAll(box => box.At >= at && box.At < at + count);
        Move(at, -count, keepSizes);
    }

    private void Move(int at, int by, bool keepSizes)
    {
        for (var i = 0; i < _boxes.Count; i++)
        {
            var (start, length) = _boxes[i];
            if (start >= at) _boxes[i] = (start + by, length);
            else if (start + length > at) _boxes[i] = (start, Math.Max(8, length + by));
            else continue;
            if (start < at && keepSizes) Put(start, 4, (ulong)_boxes[i].Length);
        }
    }
}
