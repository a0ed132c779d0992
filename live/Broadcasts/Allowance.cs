namespace StreamPlatform.Live.Broadcasts;

/// <summary>So much a second, and what wasn't used of the last ten seconds at once.</summary>
internal sealed class Allowance(double perSecond, TimeProvider time)
{
    private const double Seconds = 10;

    private double _left = perSecond * Seconds;
    private long _at = time.GetTimestamp();

    /// <returns>False when it is used up.</returns>
    public bool Take(double amount)
    {
        var now = time.GetTimestamp();
        _left = Math.Min(perSecond * Seconds, _left + (time.GetElapsedTime(_at, now).TotalSeconds * perSecond)) - amount;
        _at = now;
        return _left >= 0;
    }
}
