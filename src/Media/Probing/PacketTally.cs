namespace StreamPlatform.Media.Probing;

/// <summary>When the packets of a stream are shown, seconds on one clock.</summary>
internal sealed class PacketTally
{
    public double FirstPts { get; private set; } = double.PositiveInfinity;
    public double LastPts { get; private set; } = double.NegativeInfinity;

    /// <summary>End of the last packet.</summary>
    public double End { get; private set; } = double.NegativeInfinity;

    public void Add(double pts, double duration)
    {
        FirstPts = Math.Min(FirstPts, pts);
        LastPts = Math.Max(LastPts, pts);
        ExtendTo(pts + (double.IsNaN(duration) ? 0 : duration));
    }

    public void ExtendTo(double end) => End = Math.Max(End, end);
}
