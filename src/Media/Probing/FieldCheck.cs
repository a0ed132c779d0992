using System.Globalization;
using System.Text.RegularExpressions;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Media.Probing;

/// <summary>
/// Looks at decoded pictures of streams that may be interlaced: whether each is flagged so, and whether fields
/// come back in the rhythm of 3:2 pulldown, which repeats one field of each parity in five pictures and nothing else does.
/// </summary>
internal sealed partial class FieldCheck(Tool ffprobe, Tool ffmpeg, ToolLimits limits)
{
    /// <summary>Seconds that are looked at.</summary>
    public const int Seconds = 5;

    /// <summary>Ten rounds of the rhythm; fewer prove nothing.</summary>
    private const int LeastPictures = 50;

    /// <summary>A fifth each in theory; still pictures repeat fields more often, cuts less often.</summary>
    private const double LeastRepeated = 0.14, MostRepeated = 0.26;

    private long _pictures, _interlaced;

    /// <param name="rate">Frames a second as counted: only what plays at 29.97 is telecined.</param>
    public async Task<FieldVerdict> LookAsync(string file, int stream, double rate, CancellationToken ct)
    {
        await ffprobe.RunAsync(
            FormattableString.Invariant($"-v error {InputGuard.Options} -select_streams {stream} -show_entries frame=interlaced_frame -read_intervals %+{Seconds} -of csv=p=0 -i \"{file}\""),
            limits, ReadFlagsAsync, ct);
        if (_interlaced == 0)
            return FieldVerdict.Progressive;
        if (Math.Abs(rate - (30000.0 / 1001)) > 0.1)
            return FieldVerdict.Interlaced;

        var exit = await ffmpeg.RunAsync(
            FormattableString.Invariant($"-nostdin -hide_banner -nostats -v info {InputGuard.Options} -t {Seconds} -i \"{file}\" -map 0:{stream} -vf idet -f null -"),
            limits, (output, stop) => output.CopyToAsync(Stream.Null, stop), ct);
        return IsPulldown(exit.LastLines) ? FieldVerdict.Telecined : FieldVerdict.Interlaced;
    }

    internal static bool IsPulldown(IReadOnlyList<string> said)
    {
        if (said.Select(line => Repeated().Match(line)).LastOrDefault(match => match.Success) is not { } found)
            return false;
        var (neither, top, bottom) = (Number(found, 1), Number(found, 2), Number(found, 3));
        var all = neither + top + bottom;
        return all >= LeastPictures && top / all is >= LeastRepeated and <= MostRepeated && bottom / all is >= LeastRepeated and <= MostRepeated;
    }

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private async Task ReadFlagsAsync(Stream output, CancellationToken ct)
    {
        using var reader = new StreamReader(output);
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            if (line is not ['0' or '1', ..])
                continue;
            _pictures++;
            _interlaced += line[0] - '0';
        }
    }

    [GeneratedRegex(@"Repeated Fields: Neither:\s*(\d+) Top:\s*(\d+) Bottom:\s*(\d+)")]
    private static partial Regex Repeated();
}
