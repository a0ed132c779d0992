namespace StreamPlatform.Media.Probing;

/// <summary>When the packets of a stream are shown, seconds on one clock.</summary>
internal sealed class PacketTally
{
    private double _delay = double.NaN;
    private double _last = double.NegativeInfinity;
    private double _lastDecoded = double.NegativeInfinity;
    private double _lastDuration;
    private double _end = double.NegativeInfinity;
    private bool _leavesOut;

    public double FirstPts { get; private set; } = double.PositiveInfinity;

    public double LastPts => Math.Max(_last, Followed);

    /// <summary>End of the last packet.</summary>
    public double End => Math.Max(_end, Followed + _lastDuration);

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
        _last = Math.Max(_last, pts);
        ExtendTo(pts + lasts);
    }

    public void ExtendTo(double end) => _end = Math.Max(_end, end);
}
