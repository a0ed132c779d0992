using System.Buffers.Binary;
using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Tests.Mp4.Fuzzing;

/// <summary>
/// Damages files where it hurts: sizes, counts, types and nesting rather than pictures. Input <c>n</c> of a seed is always
/// the same, so that a finding can be had again.
/// </summary>
internal sealed class Mutator(IReadOnlyList<Seed> corpus, int seed)
{
    private const int Longest = 64 << 10;

    private static readonly uint[] Extremes = [0, 1, 2, 7, 8, 15, 16, 0x7F, 0x80, 0xFF, 0x100, 0xFFFF, 0x10000, 0x3FFFFFFF, 0x7FFFFFF8, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF];
    private static readonly FourCc[] Types = [.. BoxParser.KnownTypes];

    public byte[] Input(long number)
    {
        var random = new Random(HashCode(seed, number));
        var draft = new Draft(corpus[random.Next(corpus.Count)]);
        for (var edits = random.Next(1, 4); edits > 0 && draft.Boxes.Count > 0; edits--)
            Edit(draft, random);
        return draft.ToArray(Longest);
    }

    private void Edit(Draft draft, Random random)
    {
        var (at, length) = draft.Boxes[random.Next(draft.Boxes.Count)];
        var keepSizes = random.Next(4) > 0;
        switch (random.Next(14))
        {
            case 0: // its size
                draft.Put(at, 4, random.Next(3) == 0 ? Extremes[random.Next(Extremes.Length)] : (uint)(length + random.Next(-17, 18)));
                break;
            case 1: // a size in 64 bits
                draft.Put(at, 4, 1);
                draft.Put(at + 8, 8, random.Next(2) == 0 ? (ulong)random.NextInt64() : (ulong)length + 8);
                break;
            case 2: // its type
                draft.Put(at + 4, 4, Types[random.Next(Types.Length)].Value);
                break;
            case 3: // a count or an offset near its start
            case 4:
                draft.Put(at + 8 + (4 * random.Next(8)), 4, Extremes[random.Next(Extremes.Length)]);
                break;
            case 5: // version and flags
                draft.Put(at + 8, 4, (uint)random.Next());
                break;
            case 6:
                draft.Remove(at, length, keepSizes);
                break;
            case 7:
                draft.Remove(at + random.Next(length), random.Next(1, 32), keepSizes);
                break;
            case 8:
                var noise = new byte[random.Next(1, 32)];
                random.NextBytes(noise);
                draft.Insert(at + random.Next(length + 1), noise, keepSizes);
                break;
            case 9: // a box of another file, or itself once more
                var other = corpus[random.Next(corpus.Count)];
                var (from, many) = other.Boxes[random.Next(other.Boxes.Count)];
                draft.Insert(random.Next(2) == 0 ? at : at + length, other.Bytes.AsSpan(from, Math.Min(many, 4096)), keepSizes);
                break;
            case 10:
                Nest(draft, at, length, random);
                break;
            case 11: // cut off
                draft.Remove(at + random.Next(length), draft.Length, keepSizes: false);
                break;
            default: // bits
                for (var flips = random.Next(1, 9); flips > 0; flips--)
                    draft.Flip(at + random.Next(Math.Min(length, 200)), random.Next(8));
                break;
        }
    }

    private static void Nest(Draft draft, int at, int length, Random random)
    {
        var header = new byte[8];
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), Types[random.Next(Types.Length)].Value);
        for (var depth = random.Next(1, 40); depth > 0; depth--)
        {
            length += 8;
            BinaryPrimitives.WriteUInt32BigEndian(header, (uint)length);
            draft.Insert(at, header, keepSizes: true);
        }
    }

    private static int HashCode(int seed, long number) => unchecked((int)((((ulong)(uint)seed << 32) ^ (ulong)number) * 0x9E3779B97F4A7C15 >> 32));
}
