using System.Diagnostics;

namespace StreamPlatform.Media.Tests.Support;

/// <summary>The number of each frame as eleven black or white boxes at the bottom of a picture of 160×90.</summary>
internal static class Counter
{
    private const int Bits = 11;
    private const int BoxWidth = 14;

    /// <summary>The filters that draw it.</summary>
    public static string Draw { get; } = "drawbox=y=74:h=16:c=black:t=fill," + string.Join(
        ',', Enumerable.Range(0, Bits).Select(bit => $"drawbox=x={bit * BoxWidth}:y=74:w={BoxWidth}:h=16:c=white:t=fill:enable='bitand(n,{1 << bit})'"));

    /// <summary>Decodes the file; the number each picture shows, in the order of display.</summary>
    public static async Task<List<int>> ReadAsync(string file)
    {
        var arguments = $"-v error -nostdin -threads 1 -i \"{file}\" -vf crop={Bits * BoxWidth}:16:0:74,scale={Bits}:1:flags=area,format=gray -fps_mode passthrough -f rawvideo pipe:1";
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", arguments) { RedirectStandardOutput = true })!;
        using var pixels = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(pixels);
        await process.WaitForExitAsync();
        return [.. pixels.ToArray().Chunk(Bits).Select(boxes => boxes.Select((level, bit) => level > 127 ? 1 << bit : 0).Sum())];
    }
}
