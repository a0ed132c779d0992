using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Loudness;

/// <summary>How a track is brought to its loudness: one gain for all of it, so that its dynamics stay, and where peaks would be too high a limiter.</summary>
/// <param name="GainDb">To the tenth.</param>
/// <param name="LimitDb">True peak that the limiter lets through; null without one.</param>
internal sealed record Leveling(double GainDb, double? LimitDb)
{
    /// <summary>
    /// dB that decoded AAC peaks above what was encoded: up to 0.9 on the clips it was measured with. EBU R 128 s2 leaves
    /// as much room.
    /// </summary>
    private const double CodecHeadroom = 1;

    /// <summary>What is below is no programme but noise, or too short to be measured: it keeps its level.</summary>
    private const double QuietestProgramme = -60;

    public static Leveling None { get; } = new(0, null);

    public static Leveling For(LoudnessTarget target, MeasuredLoudness measured)
    {
        // Not below the quietest also when it is no number at all.
        if (!(measured.IntegratedLufs >= QuietestProgramme) || !double.IsFinite(measured.TruePeakDb))
            return None;

        var limit = target.TruePeakDb - CodecHeadroom;
        double[] bounds = [target.IntegratedLufs - measured.IntegratedLufs, target.MostGainDb, limit - measured.TruePeakDb + target.MostLimitingDb];
        var gain = Math.Round(bounds.Min(), 1);
        return new Leveling(gain, measured.TruePeakDb + gain > limit ? limit : null);
    }
}
