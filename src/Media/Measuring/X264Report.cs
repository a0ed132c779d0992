using System.Globalization;
using System.Text.RegularExpressions;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Measuring;

/// <summary>
/// What x264 says of itself when it closes: frames and bytes of each kind, and the structural similarity of what a decoder
/// would show with what it was given, so that nothing needs to be decoded again. Encoders close in the order of their
/// streams; that is checked by ffmpeg's own count of each stream's bytes.
/// </summary>
internal static partial class X264Report
{
    private const double Tolerance = 0.02;

    /// <summary>A measurement a stream, in their order; null when the report is not as expected.</summary>
    /// <param name="streams">The rung and the quality of each.</param>
    public static IReadOnlyList<RungMeasurement>? Read(IEnumerable<string> log, IReadOnlyList<(string Rung, double Crf)> streams, OutputGrid grid)
    {
        var muxed = new Dictionary<int, long>();
        var encoders = new List<Encoder>();
        foreach (var line in log)
        {
            if (Muxed().Match(line) is { Success: true } stream)
                muxed[int.Parse(stream.Groups[1].ValueSpan, CultureInfo.InvariantCulture)] = long.Parse(stream.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
            else if (Frames().Match(line) is { Success: true } frames)
                EncoderOf(frames.Groups[1].Value).Add(frames.Groups[2].ValueSpan is "I", Number(frames.Groups[3]), Number(frames.Groups[4]));
            else if (Similarity().Match(line) is { Success: true } ssim)
                EncoderOf(ssim.Groups[1].Value).Ssim = Number(ssim.Groups[2]);
        }

        if (encoders.Count != streams.Count || encoders.Where((encoder, index) => !muxed.TryGetValue(index, out var bytes) || !encoder.Agrees(bytes)).Any())
            return null;
        return [.. encoders.Select((encoder, index) => new RungMeasurement(streams[index].Rung, streams[index].Crf, Math.Round(encoder.Bitrate(grid)), encoder.Ssim))];

        Encoder EncoderOf(string address)
        {
            if (encoders.LastOrDefault() is not { } last || last.Address != address)
                encoders.Add(last = new Encoder(address));
            return last;
        }
    }

    private static double Number(Group group) => double.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Output stream #0:(\d+) \(video\): .*packets muxed \((\d+) bytes\)")]
    private static partial Regex Muxed();

    [GeneratedRegex(@"\[libx264 @ (\w+)\] frame ([IPB]):(\d+) +Avg QP: *[\d.]+ +size: *(\d+)")]
    private static partial Regex Frames();

    [GeneratedRegex(@"\[libx264 @ (\w+)\] SSIM Mean Y:([\d.]+)")]
    private static partial Regex Similarity();

    private sealed class Encoder(string address)
    {
        private double _keys, _keyBytes, _others, _otherBytes;

        public string Address { get; } = address;
        public double Ssim { get; set; } = double.NaN;

        public void Add(bool key, double count, double size)
        {
            if (key)
                (_keys, _keyBytes) = (_keys + count, _keyBytes + (count * size));
            else
                (_others, _otherBytes) = (_others + count, _otherBytes + (count * size));
        }

        public bool Agrees(long muxedBytes) => !double.IsNaN(Ssim) && _keys > 0
            && Math.Abs(_keyBytes + _otherBytes - muxedBytes) <= (Tolerance * muxedBytes) + (_keys + _others) + 2000;

        /// <summary>A span begins with a key frame and is shorter than a GOP: counting bytes alone would count too many of those.</summary>
        public double Bitrate(OutputGrid grid)
        {
            var other = _others > 0 ? _otherBytes / _others : _keyBytes / _keys;
            return 8 * ((_keyBytes / _keys) + (other * (grid.GopFrames - 1))) / grid.GopFrames * grid.FrameRate.Value;
        }
    }
}
