namespace StreamPlatform.Media.Probing;

/// <summary>When the packets of a stream are shown, seconds on one clock.</summary>
internal sealed class PacketTally
{
    private const double MostGuessed = 1;

    private double _delay = double.NaN;
    private double _last = double.NegativeInfinity;
    private double _lastDecoded = double.NegativeInfinity;
    private double _lastDuration;
    private double _end = double.NegativeInfinity;
    private bool _leavesOut;
    private long _count;
    private bool _lastsUnknown;

    public double FirstPts { get; private set; } = double.PositiveInfinity;

    public double LastPts => Math.Max(_last, Followed);

    /// <summary>End of the last packet, which lasts as long as the others did on average where the container doesn't tell.</summary>
    public double End => Math.Max(_lastsUnknown && _count > 1 ? Math.Max(_end, _last + Math.Min(MostGuessed, (_last - FirstPts) / (_count - 1))) : _end, Followed + _lastDuration);

    /// <summary>
    /// Program streams leave out display times that follow from the decoding times: the last picture is shown as much after
    /// the last decoding as the first one is after its own.
    /// </summary>
    private double Followed => _leavesOut ? _lastDecoded + (double.IsNaN(_delay) ? 0 : _delay) : double.NegativeInfinity;

    public void Add(double pts, double dts, double duration)
    {
        var lasts = double.IsNaN(duration) ? 0 : duration;
        if (!double.IsNaN(dts))
        {
            if (double.IsNaN(_delay) && !double.IsNaN(pts))
                _delay = pts - dts;
            _leavesOut |= double.IsNaN(pts);
            if (dts >= _lastDecoded)
                (_lastDecoded, _lastDuration) = (dts, lasts);
        }

        if (double.IsNaN(pts))
        {
            if (double.IsPositiveInfinity(FirstPts) && !double.IsNaN(dts))
                FirstPts = dts;
            return;
        }

        FirstPts = Math.Min(FirstPts, pts);
        _count++;
        if (pts >= _last)
            (_last, _lastsUnknown) = (pts, double.IsNaN(duration));
        ExtendTo(pts + lasts);
    }

    public void ExtendTo(double end) => _end = Math.Max(_end, end);
}
