namespace StreamPlatform.Live.Broadcasts;

/// <summary>
/// An encoder's timestamps as milliseconds from the broadcast's start. They wrap after 49 days, and are not believed when they
/// jump: every second between would be filled with pictures.
/// </summary>
internal sealed class MediaClock
{
    /// <summary>Milliseconds. An encoder that was kept from sending drops frames for as long, and goes on.</summary>
    public const int MostAhead = 5000, MostBehind = 2000;

    private uint? _first;
    private long _latest;

    /// <exception cref="Rtmp.RtmpException">It jumped.</exception>
    public uint Tick(uint timestamp)
    {
        _first ??= timestamp;
        // The difference to the latest, as a signed number, is right on both sides of a wrap.
        var step = (long)unchecked((int)(timestamp - _first.Value - (uint)_latest));
        if (step is > MostAhead or < -MostBehind) throw LiveRefusal.ClockJumped(step / 1000.0);
        var at = Math.Max(0, _latest + step);
        _latest = Math.Max(_latest, at);
        return (uint)at;
    }
}
