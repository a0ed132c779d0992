namespace StreamPlatform.Media.Probing;

/// <summary>
/// Takes jumps out of the clock of a transport or program stream, packet by packet in the order of the file, as ffmpeg's
/// reader does for all streams together (ts_discontinuity of fftools/ffmpeg.c, with its standard threshold). Shorter
/// jumps forward are time that really passed, such as lost signal.
/// </summary>
internal sealed class ClockJumps
{
    private const double Threshold = 10;
    private const double Backward = 0.1;

    private readonly Dictionary<int, double> _next = [];
    private double _last = double.NaN;

    public int Count { get; private set; }

    /// <summary>Seconds to add to the times of the packets that follow.</summary>
    public double Offset { get; private set; }

    public void See(int stream, double dts, double duration)
    {
        if (double.IsNaN(dts))
            return;
        var time = dts + Offset;
        var known = _next.TryGetValue(stream, out var expected);
        var delta = time - (known ? expected : _last);
        if (delta > Threshold || delta < -Threshold || (known && delta < -Backward))
        {
            Count++;
            Offset -= delta;
            time -= delta;
        }

        _next[stream] = time + (double.IsNaN(duration) ? 0 : duration);
        _last = time;
    }
}
