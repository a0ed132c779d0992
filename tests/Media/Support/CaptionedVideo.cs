namespace StreamPlatform.Media.Tests.Support;

/// <summary>
/// H.264 with CEA-608 captions in its pictures, which ffmpeg can copy but not make: two bytes of channel 1 go into an SEI
/// message before each picture (ATSC A/53 part 4, 6.2; CEA-608, pop-on captions).
/// </summary>
internal static class CaptionedVideo
{
    private const byte AccessUnitDelimiter = 9;

    /// <summary>Shows <paramref name="text"/> (of even length) from frame 20 to frame 70 of 120.</summary>
    public static async Task<string> CreateAsync(string text, string extension = "mp4")
    {
        var plain = await Clips.MakeAsync("h264", "-f lavfi -i testsrc2=s=160x90:r=30:d=4 -c:v libx264 -preset ultrafast -bf 0 -x264-params aud=1:slices=1");
        var captioned = await Hostile.FileAsync(Insert(await File.ReadAllBytesAsync(plain), Pairs(text)));
        return await Clips.MakeAsync(extension, $"-f h264 -framerate 30 -i \"{captioned}\" -c copy");
    }

    private static Dictionary<int, (byte, byte)> Pairs(string text)
    {
        // Control codes come twice: resume caption loading, row 15; then the text; end of caption shows it.
        List<(byte, byte)> load = [(0x14, 0x20), (0x14, 0x20), (0x14, 0x70), (0x14, 0x70), .. text.Chunk(2).Select(pair => ((byte)pair[0], (byte)pair[1])), (0x14, 0x2F), (0x14, 0x2F)];
        var pairs = load.Select((pair, index) => (pair, index)).ToDictionary(entry => 20 - load.Count + entry.index, entry => entry.pair);
        pairs[70] = pairs[71] = (0x14, 0x2C);
        return pairs;
    }

    private static byte[] Insert(byte[] stream, Dictionary<int, (byte First, byte Second)> pairs)
    {
        var output = new List<byte>();
        var picture = -1;
        foreach (var nal in Nals(stream))
        {
            if ((nal[0] & 31) == AccessUnitDelimiter)
                picture++;
            output.AddRange([0, 0, 0, 1, .. nal]);
            if ((nal[0] & 31) == AccessUnitDelimiter)
                output.AddRange([0, 0, 0, 1, .. Sei(pairs.GetValueOrDefault(picture))]);
        }

        return [.. output];
    }

    private static byte[] Sei((byte First, byte Second) pair)
    {
        byte[] body = [0xB5, 0, 0x31, .. "GA94"u8, 3, 0x41, 0xFF, 0xFC, Odd(pair.First), Odd(pair.Second), 0xFF];
        byte[] message = [4, (byte)body.Length, .. body, 0x80];
        var escaped = new List<byte> { 6 };
        foreach (var value in message)
        {
            if (value <= 3 && escaped is [.., 0, 0])
                escaped.Add(3);
            escaped.Add(value);
        }

        return [.. escaped];
    }

    private static byte Odd(byte value) => (byte)(byte.PopCount(value) % 2 == 0 ? value | 0x80 : value);

    private static IEnumerable<byte[]> Nals(byte[] stream)
    {
        var starts = Enumerable.Range(0, stream.Length - 2).Where(i => stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1).Append(stream.Length).ToList();
        foreach (var (start, next) in starts.Zip(starts.Skip(1)))
            yield return [.. stream[(start + 3)..next].Reverse().SkipWhile(value => value == 0).Reverse()];
    }
}
